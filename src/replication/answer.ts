/**
 * The server's answer to one request: pure over a journal and an access list, so that the same code runs in
 * the server and, in memory, in tests.
 */
import * as v from 'valibot';
import { isScope, type Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';
import { clocksOf } from '#replication/clocks.ts';
import type { Appended, Journal, Sender } from '#replication/journal.ts';
import { sameRecord } from '#replication/merge.ts';
import { packRecord, type PackedRecord, packedRecordSchema, unpackRecord } from '#replication/packed.ts';
import {
  maxBodyBytes,
  type Page,
  protocolVersion,
  type Receipt,
  type Refusal,
  type SyncAnswer,
} from '#replication/protocol.ts';
import type { ScopeLimit } from '#replication/permissions.ts';
import { validateRecord } from '#replication/validate.ts';

export interface ReadableRequest {
  readonly epoch: string | null;
  readonly cursors: Readonly<Partial<Record<Scope, number>>>;
  readonly deltas: readonly unknown[];
}

export interface Access {
  /** Scopes this device may read. */
  scopes(): Promise<readonly Scope[]>;
  /** Whether it may write to a scope; a scope that does not exist yet becomes its own. */
  mayWrite(scope: Scope): Promise<boolean>;
  /** Of scopes that it may read, those that it may not write to. Absent: it may write to all of them. */
  limits?(scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, ScopeLimit>>;
  /** Whether it may put a session or a register into a programme. Absent: into all of them. */
  mayAdd?(programme: Scope): Promise<boolean>;
}

/** Answers a request. An answer in another epoch than the request's carries only that epoch. */
export async function answerSync(
  journal: Journal,
  access: Access,
  request: ReadableRequest,
  by: Sender,
): Promise<SyncAnswer> {
  const epoch = await journal.epoch();
  const empty = { protocol: protocolVersion, epoch, now: by.at, receipts: [], refusals: [], changes: [], heads: {} };
  if (request.epoch !== null && request.epoch !== epoch) return empty;

  const show = showWithin(maxBodyBytes / 4);
  const refusals: Refusal[] = [];
  const accepted = new Map<Scope, { delta: number; record: RecordState }[]>();
  for (const [delta, raw] of request.deltas.entries()) {
    const checked = await checkDelta(journal, access, show, delta, raw);
    if (checked.reason !== undefined) refusals.push(checked);
    else {
      const scope = checked.record.scope as Scope;
      const known = accepted.get(scope);
      if (known) known.push(checked);
      else accepted.set(scope, [checked]);
    }
  }

  const receipts: Receipt[] = [];
  const written = new Map<Scope, readonly Appended[]>();
  for (const [scope, deltas] of accepted) {
    const appended = await journal.append(
      scope,
      deltas.map(({ record }) => record),
      by,
    );
    written.set(scope, appended);
    for (const [at, { number, stored }] of appended.entries()) {
      const sent = deltas[at];
      if (sent) receipts.push(receiptOf(show, sent.delta, sent.record, number, stored));
    }
  }

  const readable = await access.scopes();
  const heads = await journal.heads(readable);
  const limits = (await access.limits?.(readable)) ?? new Map<Scope, ScopeLimit>();
  return {
    ...empty,
    receipts,
    refusals,
    changes: await pages(journal, heads, request.cursors, broughtBy(accepted), written),
    heads: Object.fromEntries(heads),
    ...(limits.size > 0 && { limits: Object.fromEntries(limits) }),
  };
}

/**
 * Shows stored states beside receipts and refusals, `bytes` of them in all: many small deltas to large records
 * must not make an answer without bound. What is left out comes as a page, since its number is above the cursor.
 */
type Show = (stored: RecordState) => { readonly stored?: PackedRecord };
function showWithin(bytes: number): Show {
  let left = bytes;
  return (stored) => {
    if (left <= 0) return {};
    const packed = packRecord(stored);
    left -= JSON.stringify(packed).length;
    return { stored: packed };
  };
}

interface Accepted {
  readonly reason?: undefined;
  readonly delta: number;
  readonly record: RecordState;
}

async function checkDelta(
  journal: Journal,
  access: Access,
  show: Show,
  delta: number,
  raw: unknown,
): Promise<Refusal | Accepted> {
  const parsed = v.safeParse(packedRecordSchema, raw);
  if (!parsed.success) {
    const path = parsed.issues[0].path?.map(({ key }) => String(key)).join('.') ?? '';
    return { delta, reason: 'invalid', path, message: parsed.issues[0].message };
  }
  const record = unpackRecord(parsed.output);
  const scope = parsed.output.scope;
  if (!(await access.mayWrite(scope))) return { delta, reason: 'forbidden' };
  if (!(await isPlaced(journal, access, record))) return { delta, reason: 'forbidden' };
  const invalid = validateRecord(record);
  if (!invalid) return { delta, record };
  const stored = await journal.read(scope, record.noun, record.id);
  return { delta, reason: 'invalid', ...invalid, ...(stored && show(stored)) };
}

/** A session or register may name a programme only where its device may add to that, or where it stands there already. */
async function isPlaced(journal: Journal, access: Access, record: RecordState): Promise<boolean> {
  const placed = record.noun === 'session' || record.noun === 'register' ? record.cells['programmeId'] : undefined;
  if (!access.mayAdd || placed?.kind !== 'last' || typeof placed.value !== 'string') return true;
  const programme = `programme:${placed.value}`;
  if (!isScope(programme) || (await access.mayAdd(programme))) return true;
  const stored = (await journal.read(record.scope as Scope, record.noun, record.id))?.cells['programmeId'];
  return stored?.kind === 'last' && stored.value === placed.value;
}

function receiptOf(show: Show, delta: number, sent: RecordState, number: number, stored: RecordState): Receipt {
  const fields = Object.keys(sent.cells);
  const same = sameRecord({ ...stored, cells: pick(stored, fields) }, sent);
  return { delta, number, clocks: clocksOf(stored, fields), ...(!same && show(stored)) };
}

const pick = (record: RecordState, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(record.cells).filter(([field]) => fields.includes(field)));

type Brought = ReadonlyMap<string, RecordState>;
const keyOf = ({ scope, noun, id }: RecordState) => `${scope}/${noun}/${id}`;
const broughtBy = (accepted: ReadonlyMap<Scope, readonly Accepted[]>): Brought =>
  new Map([...accepted.values()].flat().map(({ record }) => [keyOf(record), record]));

/** What the request brought and is stored exactly so, its device has: the receipt says it, and no page does again. */
async function pages(
  journal: Journal,
  heads: ReadonlyMap<Scope, number>,
  cursors: ReadableRequest['cursors'],
  brought: Brought,
  written: ReadonlyMap<Scope, readonly Appended[]>,
): Promise<Page[]> {
  const isNews = (record: RecordState) => {
    const sent = brought.get(keyOf(record));
    return sent === undefined || !sameRecord(record, sent);
  };
  const found: Page[] = [];
  let bytes = maxBodyBytes / 2;
  for (const [scope, head] of heads) {
    const after = Object.hasOwn(cursors, scope) ? cursors[scope] : undefined;
    if (after === undefined || after >= head || bytes <= 0) continue;
    if (isAllOf(written.get(scope) ?? [], after, head, isNews)) {
      found.push({ scope, after, cursor: head, more: false, records: [] });
      continue;
    }
    const page = await journal.since(scope, after, bytes);
    const records = page.records.filter(isNews).map(packRecord);
    bytes -= JSON.stringify(records).length;
    found.push({ scope, after, cursor: page.cursor, more: page.more, records });
  }
  return found;
}

/** Whether every change from a cursor to the head was written by this request, and as it was sent: none need be read. */
function isAllOf(
  written: readonly Appended[],
  after: number,
  head: number,
  isNews: (record: RecordState) => boolean,
): boolean {
  const since = written.filter(({ number, changed }) => changed && number > after && number <= head);
  if (since.length !== head - after) return false;
  const stored = new Map(since.map((appended) => [keyOf(appended.stored), appended.stored]));
  return ![...stored.values()].some(isNews);
}
