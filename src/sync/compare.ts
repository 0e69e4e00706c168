/**
 * The comparison at a day's end: everything is exchanged, then the digests of what is held here and there are
 * compared. A scope that differs is put right once and compared again; one that differs still is told, never tried
 * again by itself.
 */
import * as v from 'valibot';
import type { Scope } from '#domain/scope.ts';
import {
  type ComparisonResult,
  digestsAnswerSchema,
  type DigestsRequest,
  maxComparedScopes,
  type ReplicaComparison,
} from '#replication/comparison.ts';
import type { RoundsEnd } from './engine.ts';
import { ask, type Wire } from './wire.ts';

export interface CompareParts {
  readonly store: ReplicaComparison;
  readonly wire: Wire;
  readonly exchange: () => Promise<RoundsEnd>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: (ms: number) => Promise<void>;
}

/** waits: the server cannot be asked just now; nothing was compared, or not all of it. */
export type CompareEnd = 'compared' | 'waits';

const timeoutMs = 60_000;
const pauseMs = 1_000;
/** Turns in a row that settle no scope. */
const idleTurns = 3;

export async function compareWithServer(parts: CompareParts): Promise<CompareEnd> {
  const { store, now, pause } = parts;
  let left = await store.scopes();
  const same: Scope[] = [];
  const mended = new Set<Scope>();
  const different: Scope[] = [];
  for (let idle = 0; left.length > 0 && idle < idleTurns;) {
    const answer = await askDigests(parts, left.slice(0, maxComparedScopes));
    if (!answer) return 'waits';
    let settled = 0;
    for (const [name, held] of Object.entries(answer.digests)) {
      const scope = name as Scope;
      const found = await store.compare(scope, held, answer.epoch, !mended.has(scope), now());
      if (found === 'mended') mended.add(scope);
      else if (found === 'same') same.push(scope);
      else if (found === 'differs') different.push(scope);
      if (found !== 'unsettled') settled += 1;
    }
    const done = new Set([...same, ...different]);
    // What could not be settled waits behind the others.
    const rest = left.filter((scope) => !done.has(scope));
    left = [...rest.filter((scope) => !(scope in answer.digests)), ...rest.filter((scope) => scope in answer.digests)];
    idle = settled > 0 ? 0 : idle + 1;
    if (settled === 0 && left.length > 0) await pause(pauseMs);
  }
  const result: ComparisonResult = {
    at: now(),
    same: same.length,
    mended: [...mended].filter((scope) => same.includes(scope)),
    different,
    unsettled: left.length,
  };
  await store.note(result);
  return 'compared';
}

/** Undefined where the server cannot be asked, or is not to be asked. */
async function askDigests({ store, wire, exchange }: CompareParts, scopes: readonly Scope[]) {
  const end = await exchange();
  // Another tab that is at it says nothing against the server.
  if (end.type !== 'rounds/done' && end.type !== 'rounds/elsewhere') return undefined;
  const link = await store.link();
  if (!link || link.revoked) return undefined;
  const body = { scopes } satisfies DigestsRequest;
  const asked = await ask(wire, { path: '/api/digests', token: link.token, body, timeoutMs });
  const answer = asked.type === 'wire/ok' ? v.safeParse(digestsAnswerSchema, asked.body) : undefined;
  return answer?.success === true ? answer.output : undefined;
}
