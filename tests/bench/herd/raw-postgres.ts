/** As raw-sqlite.ts, in PostgreSQL: over several connections, since two server processes have several too. */
import type { Scope } from '#domain/scope.ts';
import type { Sender } from '#replication/journal.ts';
import { postgresJournal } from '#server/journal/postgres-journal.ts';
import { postgresDevices } from '#server/postgres-devices.ts';
import type { Bound, Postgres, Session, Transaction } from '#server/postgres.ts';
import { noRateLimits } from '#server/rate-limits.ts';
import type { Store } from '#server/store.ts';
import { appInMemory, countingRandom } from '#tests/support/app-in-memory.ts';
import { poolOn } from '#tests/support/postgres-url.ts';
import type { Tablet } from './joined.ts';
import { pushAll, storeAround } from './raw.ts';

const connections = 8;
/** Pushes whose statements are held in memory at once. */
const atOnce = 80;

type Flight = readonly Bound<unknown>[];
interface Ran {
  /** In one transaction; else each flight by itself. */
  readonly together: boolean;
  readonly flights: Flight[];
  /** Awaited with the commit. */
  readonly sent: Bound<unknown>[];
}

/** Milliseconds that the statements of all pushes take. Both databases are as they are before the herd. */
export async function rawPostgresMs(recordedUrl: string, rawUrl: string, tablets: readonly Tablet[]): Promise<number> {
  const [recorded, raw] = [poolOn(recordedUrl), poolOn(rawUrl)];
  /** Of each push, what it ran. */
  let pushes: Ran[][] = [[]];
  const app = appInMemory({
    store: storeOn(recording(recorded, (one) => pushes.at(-1)?.push(one))),
    limits: noRateLimits,
  });
  app.clock.now = Date.now();
  let ms = 0;
  await pushAll(app, tablets, 1, async () => {
    pushes.push([]);
    if (pushes.length > atOnce) ms += await replay();
  });
  ms += await replay();
  await recorded.close();
  await raw.close();
  return ms;

  async function replay(): Promise<number> {
    const left = pushes;
    pushes = [[]];
    const from = performance.now();
    await Promise.all(
      Array.from({ length: connections }, async () => {
        for (let push = left.shift(); push; push = left.shift()) for (const one of push) await again(raw, one);
      }),
    );
    return performance.now() - from;
  }
}

async function again(db: Postgres, { together, flights, sent }: Ran): Promise<void> {
  const run = async (session: Session) => {
    for (const flight of flights) await session.all(...flight);
  };
  if (!together) return run(db);
  await db.transaction(async (transaction) => {
    await run(transaction);
    for (const bound of sent) transaction.send(bound);
  }, true);
}

/** A pool that tells what was run on it. */
function recording(db: Postgres, tell: (one: Ran) => void): Postgres {
  const alone = (flight: Flight) => tell({ together: false, flights: [flight], sent: [] });
  return {
    ...db,
    all: (...bound) => (alone(bound), db.all(...bound)),
    rows: (bound) => (alone([bound]), db.rows(bound)),
    transaction: async (work, repeatable) => {
      const one: Ran = { together: true, flights: [], sent: [] };
      const value = await db.transaction((transaction) => work(recordingIn(transaction, one)), repeatable);
      tell(one);
      return value;
    },
  };
}

const recordingIn = (transaction: Transaction, one: Ran): Transaction => ({
  ...transaction,
  all: (...bound) => (one.flights.push(bound), transaction.all(...bound)),
  send: (bound) => (one.sent.push(bound), transaction.send(bound)),
});

function storeOn(db: Postgres): Store {
  const devices = postgresDevices(db, countingRandom());
  const onFounded = (scope: Scope, by: Sender) => devices.founding(by.device, scope);
  return storeAround({ database: 'PostgreSQL', journal: postgresJournal(db, { onFounded }), devices });
}
