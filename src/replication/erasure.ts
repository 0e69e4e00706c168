/**
 * What erasure takes along beside the cells themselves (rule MG5): the history of a record, and the file that a photo
 * names. Every journal goes by it.
 */
import type { Cell, RecordState } from '#replication/cell.ts';

/** Whether a record says that it, or something of it, is erased. */
export const isErasing = ({ erased, cells }: RecordState): boolean =>
  erased === true || Object.values(cells).some(({ kind }) => kind === 'erased');

/** Whether something of a record is erased that was not before. */
export const erasedSince = (before: RecordState | undefined, after: RecordState): boolean =>
  (after.erased === true && before?.erased !== true) ||
  Object.entries(after.cells).some(([field, { kind }]) => kind === 'erased' && before?.cells[field]?.kind !== 'erased');

export interface HistoryStep {
  /** What was written to the record before is forgotten: it cannot be told which of it was erased. */
  readonly forget: boolean;
  /** What is kept of the delta; nothing of a record that is erased as a whole. */
  readonly keep: RecordState | undefined;
}

/** What a delta that made `after` of `before` does to the history of its record. */
export function historyStep(before: RecordState | undefined, after: RecordState, delta: RecordState): HistoryStep {
  if (after.erased === true) return { forget: true, keep: undefined };
  return { forget: before !== undefined && erasedSince(before, after), keep: withoutErased(delta, after) };
}

/** A delta without the values of what is erased by now: a late one carries them still. */
function withoutErased(delta: RecordState, after: RecordState): RecordState {
  if (!isErasing(after)) return delta;
  const { cells } = after;
  const kept = Object.entries(delta.cells).filter(([field]) => cells[field]?.kind !== 'erased');
  const gone = Object.entries(delta.cells).filter(([, { kind }]) => kind === 'erased');
  return { ...delta, cells: Object.fromEntries<Cell>([...kept, ...gone]) };
}

const fileField = 'sha256';

/** The name of the file that a record names; undefined for all records but photos. */
export function fileOf({ noun, cells }: Pick<RecordState, 'noun' | 'cells'>): string | undefined {
  const cell = noun === 'photo' ? cells[fileField] : undefined;
  return cell?.kind === 'last' && typeof cell.value === 'string' ? cell.value : undefined;
}
