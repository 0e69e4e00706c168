/** One server in memory: the real answer over the real journal, with what can befall a server. */
import * as v from 'valibot';
import type { Scope } from '#domain/scope.ts';
import { answerSync } from '#replication/answer.ts';
import type { RecordState } from '#replication/cell.ts';
import type { Journal, Sender } from '#replication/journal.ts';
import { memoryJournal } from '#replication/memory-journal.ts';
import { type Refused, syncRequestSchema } from '#replication/protocol.ts';
import type { Mutant } from './mutant.ts';
import type { Asking, Reply } from './network.ts';

interface Appending {
  readonly scope: Scope;
  readonly deltas: readonly RecordState[];
  readonly by: Sender;
}

export interface ServerLimits {
  /** Bytes of a request. */
  readonly maxBytes: number;
  /** Bytes of a page. */
  readonly pageBytes: number;
}

export class SimulatedServer {
  /** What is stored, whatever a mutant shows of it. */
  journal: Journal;
  epoch = 'epoch-0';
  requests = 0;
  readonly log: Appending[] = [];
  /** Every request that changed something, of the present epoch, with what was taken of it. */
  readonly taken: Asking[] = [];
  /** Scopes that a device may not reach, by its token. */
  readonly closed = new Map<string, Set<Scope>>();
  readonly revoked = new Set<string>();
  readonly #mutant: Mutant;
  readonly #limits: ServerLimits;
  readonly #now: () => number;

  constructor(mutant: Mutant, limits: ServerLimits, now: () => number) {
    this.journal = memoryJournal(this.epoch);
    this.#mutant = mutant;
    this.#limits = limits;
    this.#now = now;
  }

  scopes(): Scope[] {
    return [...new Set(this.log.map(({ scope }) => scope))];
  }

  /** Its state is put back to what it was after `kept` changes, under another epoch. */
  async restore(kept: number): Promise<void> {
    const log = this.log.splice(0).slice(0, kept);
    this.epoch = `epoch-${Number(this.epoch.slice('epoch-'.length)) + 1}`;
    this.journal = memoryJournal(this.epoch);
    this.taken.length = 0;
    for (const one of log) await this.#append(one);
  }

  async records(): Promise<RecordState[]> {
    const pages = await Promise.all(
      this.scopes().map((scope) => this.journal.since(scope, 0, Number.POSITIVE_INFINITY)),
    );
    return pages.flatMap(({ records }) => records);
  }

  /** The words of all that is stored, history included. */
  async words(): Promise<string> {
    const records = await this.records();
    const kept = await Promise.all(
      records.map(async (record) => [
        record,
        await this.journal.history(record.scope as Scope, record.noun, record.id),
      ]),
    );
    return JSON.stringify(kept);
  }

  async serve(asking: Asking): Promise<Reply> {
    this.requests += 1;
    if (asking.body.length > this.#limits.maxBytes)
      return refusal(413, { refused: 'too-large', maxBytes: this.#limits.maxBytes });
    if (this.revoked.has(asking.token)) return refusal(403, { refused: 'revoked' });
    const request = v.parse(syncRequestSchema, JSON.parse(asking.body));
    const closed = this.closed.get(asking.token) ?? new Set<Scope>();
    const before = this.log.length;
    const answer = await answerSync(
      this.#shown(),
      {
        scopes: () => Promise.resolve(this.scopes().filter((scope) => !closed.has(scope))),
        // A scope that does not exist yet becomes the device's own.
        mayWrite: (scope) => Promise.resolve(!closed.has(scope) || !this.scopes().includes(scope)),
      },
      request,
      { device: asking.token, at: this.#now() },
    );
    if (this.log.length > before && request.epoch === this.epoch) {
      const deltas = answer.receipts.map(({ delta }) => request.deltas[delta]);
      this.taken.push({ ...asking, body: JSON.stringify({ ...request, deltas }) });
    }
    return { status: 200, body: JSON.stringify(answer), type: 'application/json' };
  }

  async #append(one: Appending) {
    const appended = await this.journal.append(one.scope, one.deltas, one.by);
    if (appended.some(({ changed }) => changed)) this.log.push(one);
    return appended;
  }

  #shown(): Journal {
    const bounded: Journal = {
      ...this.journal,
      append: (scope, deltas, by) => this.#append({ scope, deltas, by }),
      since: (scope, after, maxBytes) => this.journal.since(scope, after, Math.min(maxBytes, this.#limits.pageBytes)),
    };
    return this.#mutant.journal?.(bounded) ?? bounded;
  }
}

const refusal = (status: number, body: Refused): Reply => ({
  status,
  body: JSON.stringify(body),
  type: 'application/json',
});
