/** The pushes of a herd, one after the other, to the server's own code in this process. */
import type { AppInMemory } from '#tests/support/app-in-memory.ts';
import { packRecord } from '#replication/packed.ts';
import type { SyncAnswer } from '#replication/protocol.ts';
import { joinAttempts } from '#server/attempts.ts';
import { memoryFiles } from '#server/files/memory-files.ts';
import { processPokes } from '#server/pokes.ts';
import type { Store } from '#server/store.ts';
import { seeded } from '#tests/support/seeded.ts';
import { requestOf, type Tablet } from './joined.ts';
import { changesOf } from './work.ts';

/** Calls `after` each `every` pushes, and at the end. */
export async function pushAll(
  app: AppInMemory,
  tablets: readonly Tablet[],
  every: number,
  after: () => Promise<void>,
): Promise<void> {
  const chance = seeded(tablets.length);
  const order = tablets
    .map((tablet) => ({ tablet, at: chance.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ tablet }) => tablet);
  for (const [at, { session, place, epoch, cursors, token }] of order.entries()) {
    const body = requestOf(epoch, cursors, changesOf(session, place).map(packRecord));
    const answer = await app.call('POST', '/api/sync', { token, body });
    const { receipts, refusals } = (await answer.json()) as SyncAnswer;
    if (receipts.length !== body.deltas.length) throw new Error(`refused: ${JSON.stringify(refusals[0])}`);
    if ((at + 1) % every === 0 || at + 1 === order.length) await after();
  }
}

/** A store around a journal and devices that are recorded. */
export const storeAround = (parts: Pick<Store, 'database' | 'journal' | 'devices'>): Store => ({
  ...parts,
  files: memoryFiles(),
  attempts: joinAttempts(),
  pokes: processPokes(),
  epochState: 'kept',
  bytes: async () => 0,
  remarks: [],
  saveEpoch: async () => 'kept',
  close: async () => undefined,
});
