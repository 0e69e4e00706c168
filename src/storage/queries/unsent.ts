/**
 * How much is on this tablet alone. Read at every commit, so it counts by indexes and never reads the records:
 * days without a network leave many thousands of marks.
 */
import Dexie from 'dexie';
import type { BarazaDatabase } from '#storage/database.ts';
import { refusedRecords } from '#storage/queries/refused-records.ts';
import type { ServerMeta } from '#storage/replica.ts';

export interface Unsent {
  /** Records that the server has not confirmed; those that need a look and bundled examples are not counted. */
  readonly count: number;
  /** Of these, what the next request would send. */
  readonly due: number;
  /** Of these, what waits until a person says that it may go: from before joining. */
  readonly earlier: number;
  /** Of these, what the server does not take from this device for now. */
  readonly forbidden: number;
  /** Of these, photos of which the server has the record and not the file. */
  readonly files: number;
  /** When the oldest of them was written, milliseconds since 1970. */
  readonly oldestAt: number | null;
  /** Records of which the server refused something that a person has not settled. */
  readonly refused: number;
  readonly server: UnsentServer | null;
}

/** The server joined, without what only requests need to know. */
export type UnsentServer = Pick<
  ServerMeta,
  'name' | 'role' | 'joinedAt' | 'lastAnswerAt' | 'revokedAt' | 'turnedAway' | 'ask'
>;

export async function readUnsent(db: BarazaDatabase): Promise<Unsent> {
  return db.transaction('r', [db.pending, db.scopes, db.quarantine, db.meta], async () => {
    const meta = (await db.meta.get('server'))?.value as ServerMeta | undefined;
    const scopes = await db.scopes.toArray();
    const examples = new Set<string>(scopes.filter(({ example }) => example === true).map(({ scope }) => scope));
    const held = scopes.filter(({ sending, example }) => !sending && example !== true).map(({ scope }) => scope);
    // Loops and no functions of their own: in a browser, awaiting one that reads nothing loses Dexie its transaction.
    let [inExamples, earlier] = [0, 0];
    for (const scope of examples) inExamples += await db.pending.where('scope').equals(scope).count();
    for (const scope of held) earlier += await db.pending.where('scope').equals(scope).count();
    const marked = (await db.pending.count()) - inExamples;
    const refused = await refusedRecords(db);
    const count = marked - refused.filter((one) => one.marked).length;
    const waiting = db.pending.where('waiting');
    const forbidden = marked === 0 ? 0 : await waiting.equals('forbidden').count();
    const forFiles = marked === 0 ? [] : await waiting.equals('file').toArray();
    const inHeld = forFiles.filter(({ scope }) => held.includes(scope)).length;
    const oldest =
      marked === 0
        ? undefined
        : await db.pending
            .orderBy('since')
            .filter(({ scope }) => !examples.has(scope))
            .first();
    return {
      count,
      earlier,
      forbidden,
      files: forFiles.length,
      due: meta ? marked - earlier - forbidden - forFiles.length + inHeld : 0,
      oldestAt: oldest?.since ?? null,
      refused: refused.length,
      server: meta ? serverOf(meta) : null,
    };
  });
}

const serverOf = ({ name, role, joinedAt, lastAnswerAt, revokedAt, turnedAway, ask }: ServerMeta): UnsentServer => ({
  name,
  role,
  joinedAt,
  lastAnswerAt,
  revokedAt,
  turnedAway,
  ask,
});

/** How long after a change it is counted: what was just written is shown first. */
const countAfterMs = 150;

/**
 * Tells at once, and after each change of a mark, a refusal, a scope or the server in any tab: a second edit of a marked
 * record too, which changes no count and has to be sent all the same. Returns the way to stop.
 */
export function watchUnsent(db: BarazaDatabase, tell: (unsent: Unsent) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const count = () => {
    timer = undefined;
    // A database that cannot be read is noticed by whoever reads it for a screen.
    void readUnsent(db).then(
      (unsent) => stopped || tell(unsent),
      () => undefined,
    );
  };
  const watched = ['pending', 'quarantine', 'scopes', 'meta'].map((table) => `idb://${db.name}/${table}/`);
  const hear = (parts: object) => {
    if (!Object.keys(parts).some((part) => watched.some((table) => part.startsWith(table)))) return;
    timer ??= setTimeout(count, countAfterMs);
  };
  Dexie.on.storagemutated.subscribe(hear);
  count();
  return () => {
    stopped = true;
    clearTimeout(timer);
    Dexie.on.storagemutated.unsubscribe(hear);
  };
}
