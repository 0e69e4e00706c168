/**
 * The compact form of a record: the row in a database and the delta on the wire and in files. It is lossless.
 *
 * `v` holds the shown value of every field. `s` is the stamp of every last-writer field that `x` does not
 * name. `t` says which fields are text: `1` for a single value written at `s` by a writer who had seen nothing
 * else, a dot for a single value like it, and otherwise the context with the dots of all values and the values
 * that `v` does not show. `e` is true for an erased record, or names the erased fields.
 */
import * as v from 'valibot';
import { idSchema } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { scopeSchema } from '#domain/scope.ts';
import { type Cell, type Context, erased, type RecordState, seenDot, type TextCell } from '#replication/cell.ts';
import { clockOf, clockPattern, type Stamp, stampPattern, writerOf, writerPattern } from '#replication/stamp.ts';

export interface PackedState {
  readonly v: Readonly<Record<string, Json>>;
  readonly s?: Stamp;
  readonly x?: Readonly<Record<string, Stamp>>;
  readonly t?: Readonly<Record<string, PackedText>>;
  readonly e?: true | readonly string[];
}
export interface PackedRecord extends PackedState {
  readonly noun: string;
  readonly id: string;
  readonly scope: string;
}
type PackedText = 1 | Stamp | { readonly c: Context; readonly d: readonly Stamp[]; readonly o?: readonly string[] };

export function packState(record: RecordState): PackedState {
  if (record.erased === true) return { v: {}, e: true };
  const shared = commonStamp(record);
  const values: Record<string, Json> = {};
  const stamps: Record<string, Stamp> = {};
  const texts: Record<string, PackedText> = {};
  const gone: string[] = [];
  for (const [field, cell] of Object.entries(record.cells)) {
    if (cell.kind === 'erased') gone.push(field);
    else if (cell.kind === 'last') {
      values[field] = cell.value;
      if (cell.stamp !== shared) stamps[field] = cell.stamp;
    } else {
      values[field] = cell.values.at(-1)?.value ?? '';
      texts[field] = packText(cell, shared);
    }
  }
  return {
    v: values,
    ...(shared !== undefined && { s: shared }),
    ...(Object.keys(stamps).length > 0 && { x: stamps }),
    ...(Object.keys(texts).length > 0 && { t: texts }),
    ...(gone.length > 0 && { e: gone.sort() }),
  };
}

export const packRecord = (record: RecordState): PackedRecord => ({
  noun: record.noun,
  id: record.id,
  scope: record.scope,
  ...packState(record),
});

export function unpackRecord(packed: PackedRecord): RecordState {
  const { noun, id, scope } = packed;
  if (packed.e === true) return { noun, id, scope, cells: {}, erased: true };
  const cells: Record<string, Cell> = {};
  for (const field of Object.keys(packed.v)) {
    const cell = unpackCell(packed, field);
    if (cell !== undefined) cells[field] = cell;
  }
  for (const field of packed.e ?? []) cells[field] = erased;
  return { noun, id, scope, cells };
}

/** One cell of a packed record, without unpacking the others. */
export function unpackCell(packed: PackedState, field: string): Cell | undefined {
  if (packed.e === true || packed.e?.includes(field) === true) return erased;
  const value = packed.v[field];
  if (value === undefined) return undefined;
  const text = packed.t?.[field];
  if (text === undefined) {
    const stamp = packed.x?.[field] ?? packed.s;
    return stamp === undefined ? undefined : { kind: 'last', value, stamp };
  }
  const shown = String(value);
  if (typeof text === 'object') {
    const all = [...(text.o ?? []), shown];
    return { kind: 'text', values: text.d.map((dot, at) => ({ dot, value: all[at] ?? '' })), context: text.c };
  }
  const dot = text === 1 ? packed.s : text;
  return dot === undefined ? undefined : { kind: 'text', values: [{ dot, value: shown }], context: alone(dot) };
}

/** The context of the values that a packed record shows for a text field: what an editor of it has seen. */
export function seenContext(packed: PackedState | undefined, field: string): Context {
  const cell = packed && unpackCell(packed, field);
  return cell?.kind === 'text' ? cell.context : {};
}

/** The values of a text field other than the shown one: written by people who had not seen each other. */
export function otherValues(packed: PackedState, field: string): readonly string[] {
  const text = packed.t?.[field];
  return typeof text === 'object' ? (text.o ?? []) : [];
}

const alone = (dot: Stamp): Context => ({ [writerOf(dot)]: clockOf(dot) });

function packText(cell: TextCell, shared: Stamp | undefined): PackedText {
  const [only, ...more] = cell.values;
  if (only !== undefined && more.length === 0) {
    const context = Object.entries(cell.context);
    const [writer, at] = context[0] ?? [];
    if (context.length === 1 && writer === writerOf(only.dot) && at === clockOf(only.dot)) {
      return only.dot === shared ? 1 : only.dot;
    }
  }
  return {
    c: cell.context,
    d: cell.values.map(({ dot }) => dot),
    ...(more.length > 0 && { o: cell.values.slice(0, -1).map(({ value }) => value) }),
  };
}

/** The commonest stamp, and of equally common ones the greatest: the fewest exceptions. */
function commonStamp(record: RecordState): Stamp | undefined {
  const counts = new Map<Stamp, number>();
  for (const cell of Object.values(record.cells)) {
    const stamp = cell.kind === 'last' ? cell.stamp : cell.kind === 'text' ? cell.values.at(-1)?.dot : undefined;
    if (stamp !== undefined) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
  }
  let best: Stamp | undefined;
  for (const [stamp, count] of counts) {
    const most = best === undefined ? 0 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== undefined && stamp > best)) best = stamp;
  }
  return best;
}

const stampSchema = v.custom<Stamp>((text) => typeof text === 'string' && stampPattern.test(text), 'not a stamp');
const contextSchema = v.custom<Context>(
  (context) =>
    typeof context === 'object' &&
    context !== null &&
    Object.entries(context as Record<string, unknown>).every(
      ([writer, at]) =>
        writerPattern.test(writer) && !(writer in {}) && typeof at === 'string' && clockPattern.test(at),
    ),
  'not a context',
);
/** Names that every object answers to ("constructor") are no names of fields. */
const fieldName = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][A-Za-z0-9]{0,59}$/),
  v.check((name) => !(name in {}), 'not a field'),
);
/** Deeper values would exhaust the stack of whatever walks them. */
const maxDepth = 16;
const isJson = (value: unknown, depth = 0): value is Json =>
  typeof value === 'object' && value !== null
    ? depth < maxDepth && Object.values(value).every((part) => isJson(part, depth + 1))
    : value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
const jsonSchema = v.custom<Json>((value) => isJson(value), 'not a value');

/** What a packed record from a network or a file must be, before anything reads it. */
export const packedRecordSchema = v.pipe(
  v.object({
    noun: fieldName,
    id: idSchema,
    scope: scopeSchema,
    v: v.record(fieldName, jsonSchema),
    s: v.optional(stampSchema),
    x: v.optional(v.record(fieldName, stampSchema)),
    t: v.optional(
      v.record(
        fieldName,
        v.union([
          v.literal(1),
          stampSchema,
          v.pipe(
            v.object({
              c: contextSchema,
              d: v.pipe(v.array(stampSchema), v.minLength(1)),
              o: v.optional(v.array(v.string())),
            }),
            v.check(({ d, o }) => d.length === (o?.length ?? 0) + 1, 'a dot for each value'),
            v.check(({ c, d }) => d.every((dot) => seenDot(c, dot)), 'a value outside its context'),
            v.check(({ d }) => d.every((dot, at) => at === 0 || (d[at - 1] ?? '') < dot), 'dots out of order'),
          ),
        ]),
      ),
    ),
    e: v.optional(v.union([v.literal(true), v.array(fieldName)])),
  }),
  v.check(
    ({ v: values, s, x, t }) =>
      Object.keys(values).every((field) =>
        t?.[field] === undefined
          ? s !== undefined || x?.[field] !== undefined
          : typeof values[field] === 'string' && (t[field] !== 1 || s !== undefined),
      ),
    'a field without a stamp',
  ),
);
