/**
 * The merge. Pure, commutative, associative and idempotent (RULES.md MG1-MG4); both ends call this one.
 */
import type { Json } from '#domain/json.ts';
import { type Cell, joinContexts, type LastCell, type RecordState, seenDot, type TextCell } from '#replication/cell.ts';

export function mergeCells(a: Cell, b: Cell): Cell {
  if (a === b) return a;
  if (a.kind === 'erased' || b.kind === 'erased') return a.kind === 'erased' ? a : b;
  if (a.kind === 'text' && b.kind === 'text') return mergeTexts(a, b);
  if (a.kind === 'last' && b.kind === 'last') return mergeLasts(a, b);
  // Two versions of the app disagree on what the field is: the one that keeps more wins, on every device alike.
  return a.kind === 'text' ? a : b;
}

export function mergeRecords(a: RecordState, b: RecordState): RecordState {
  if (a.erased === true || b.erased === true) return { ...a, cells: {}, erased: true };
  const cells: Record<string, Cell> = { ...a.cells };
  for (const [field, theirs] of Object.entries(b.cells)) {
    const ours = cells[field];
    cells[field] = ours === undefined ? theirs : mergeCells(ours, theirs);
  }
  return { ...a, cells };
}

export const mergeInto = (stored: RecordState | undefined, delta: RecordState): RecordState =>
  stored === undefined ? delta : mergeRecords(stored, delta);

function mergeLasts(a: LastCell, b: LastCell): LastCell {
  if (a.stamp !== b.stamp) return a.stamp > b.stamp ? a : b;
  // One stamp, two values: a store was copied. Any rule does, if it is the same everywhere.
  return canonicalJson(a.value) >= canonicalJson(b.value) ? a : b;
}

function mergeTexts(a: TextCell, b: TextCell): TextCell {
  const values = new Map<string, string>();
  const keep = (from: TextCell, other: TextCell) => {
    const theirs = new Map(other.values.map(({ dot, value }) => [dot, value]));
    for (const { dot, value } of from.values) {
      const twin = theirs.get(dot);
      if (twin !== undefined) values.set(dot, twin > value ? twin : value);
      else if (!seenDot(other.context, dot)) values.set(dot, value);
    }
  };
  keep(a, b);
  keep(b, a);
  const merged = [...values].sort(([x], [y]) => (x < y ? -1 : 1));
  return {
    kind: 'text',
    values: merged.map(([dot, value]) => ({ dot: dot as TextCell['values'][number]['dot'], value })),
    context: joinContexts(a.context, b.context),
  };
}

/** JSON with the keys of objects in order, so that equal values are equal text. */
export const canonicalJson = (value: Json): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

export function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === b) return true;
  if (a?.kind === 'last') return b?.kind === 'last' && a.stamp === b.stamp && sameValue(a.value, b.value);
  if (a?.kind === 'text')
    return b?.kind === 'text' && sameTexts(a.values, b.values) && sameContext(a.context, b.context);
  return a?.kind === b?.kind;
}

export const sameRecord = (a: RecordState, b: RecordState): boolean =>
  (a.erased === true) === (b.erased === true) &&
  Object.keys({ ...a.cells, ...b.cells }).every((field) => sameCell(a.cells[field], b.cells[field]));

const sameValue = (a: Json, b: Json): boolean =>
  a === b || (typeof a === 'object' && typeof b === 'object' && canonicalJson(a) === canonicalJson(b));

const sameTexts = (a: TextCell['values'], b: TextCell['values']): boolean =>
  a.length === b.length && a.every(({ dot, value }, at) => dot === b[at]?.dot && value === b[at]?.value);

function sameContext(a: TextCell['context'], b: TextCell['context']): boolean {
  const writers = Object.keys(a);
  return writers.length === Object.keys(b).length && writers.every((writer) => a[writer] === b[writer]);
}
