/**
 * Comparing what a device holds of its scopes with what the server holds: by digests, of stamps and contexts, never
 * of values. The wire (docs/protocol.md), the server's answer, and the port to the device's store.
 *
 * The server reads the records anew for each question. A digest kept with the records and changed by each append
 * would cost nothing to ask for, and would not notice a row that was lost or changed in the database.
 */
import * as v from 'valibot';
import { type Scope, scopeSchema } from '#domain/scope.ts';
import { type ScopeDigest, scopeDigest } from '#replication/digest.ts';
import type { Journal } from '#replication/journal.ts';
import type { Link } from '#replication/replica-store.ts';

/** Scopes of one question. */
export const maxComparedScopes = 100;
/** Once so many records have been read, the scopes that are left wait for the next question. */
export const maxComparedRecords = 20_000;
/** Packed records that are read between two moments in which others are answered. */
const bytesAtOnce = 128 * 1024;

const number = v.pipe(v.number(), v.integer(), v.minValue(0));

export const digestsRequestSchema = v.object({
  scopes: v.pipe(v.array(scopeSchema), v.maxLength(maxComparedScopes)),
});
export interface DigestsRequest {
  readonly scopes: readonly Scope[];
}

export interface HeldDigest extends ScopeDigest {
  /** The number of the scope's last change that the digest knows. */
  readonly head: number;
}

export const digestsAnswerSchema = v.object({
  epoch: v.string(),
  digests: v.record(scopeSchema, v.object({ head: number, count: number, digest: v.string() })),
}) as unknown as v.GenericSchema<unknown, DigestsAnswer>;
export interface DigestsAnswer {
  readonly epoch: string;
  /** Of the scopes asked for, those the device may read, in their order, as far as one answer goes. */
  readonly digests: Readonly<Record<Scope, HeldDigest>>;
}

/** `giveWay` lets others be answered; between two scopes and between the pages of one. */
export async function answerDigests(
  journal: Journal,
  readable: readonly Scope[],
  asked: readonly Scope[],
  giveWay: () => Promise<void>,
): Promise<DigestsAnswer> {
  const digests: Record<Scope, HeldDigest> = {};
  let records = 0;
  for (const scope of asked) {
    if (!readable.includes(scope)) continue;
    if (records >= maxComparedRecords) break;
    const held = await digestHeld(journal, scope, giveWay);
    digests[scope] = held;
    records += held.count;
  }
  return { epoch: await journal.epoch(), digests };
}

/** A record that changes while its scope is read comes again with its new number, so that the end is one moment. */
async function digestHeld(journal: Journal, scope: Scope, giveWay: () => Promise<void>): Promise<HeldDigest> {
  const read = scopeDigest();
  let head = 0;
  for (let more = true; more;) {
    const page = await journal.since(scope, head, bytesAtOnce);
    for (const record of page.records) read.add(record);
    [head, more] = [page.cursor, page.more];
    await giveWay();
  }
  return { head, ...read.read() };
}

/**
 * same, differs: at this moment. mended: it differed; what the device holds is sent again and what the server holds
 * fetched again. unsettled: changes are on their way, so that nothing can be said yet.
 */
export type Compared = 'same' | 'differs' | 'mended' | 'unsettled';

export interface ReplicaComparison {
  link(): Promise<Link | undefined>;
  /** The scopes of this device that a server has. */
  scopes(): Promise<readonly Scope[]>;
  /** Compares one; `mend`: what differs is put right, in one transaction. `at`: milliseconds since 1970. */
  compare(scope: Scope, held: HeldDigest, epoch: string, mend: boolean, at: number): Promise<Compared>;
  /** Keeps what a comparison came to, for screens. */
  note(result: ComparisonResult): Promise<void>;
}

export interface ComparisonResult {
  /** Milliseconds since 1970, by the device's clock. */
  readonly at: number;
  readonly same: number;
  /** Differed, was put right, and is the same now. */
  readonly mended: readonly Scope[];
  /** Differs though it was put right. */
  readonly different: readonly Scope[];
  /** Could not be compared: what was written there is not on the server yet, or changed all the time. */
  readonly unsettled: number;
}
