/** What people did, as they would tell it: what they wrote, what they saw before, and what they were told was saved. */
import { type Cell, type RecordState, seenDot } from '#replication/cell.ts';
import type { Stamp } from '#replication/stamp.ts';
import { isErased } from '#storage/row.ts';

export interface Writing {
  readonly kind: 'text' | 'last';
  readonly noun: string;
  readonly id: string;
  readonly field: string;
  /** No other writing has it. */
  readonly value: string;
  /** What was on the screen of whoever wrote it. */
  readonly shown: ReadonlySet<string>;
  /** The store it was written in; a store put back or copied is another from then on. */
  readonly by: string;
  /** The writer was told that it is saved. */
  isSaved: boolean;
  stamp?: Stamp | undefined;
  /** It was on one disk alone, and that disk is gone. */
  isGone: boolean;
}

/** What one store holds. */
export interface Holdings {
  readonly records: ReadonlyMap<string, RecordState>;
  /** Words of what was refused and is kept for a person to see. */
  readonly refused: string;
  /** Words of what lies beneath unsent values. */
  readonly beneath: string;
}

/** Deleting a record, or bringing it back. */
export interface Deletion {
  readonly noun: string;
  readonly id: string;
  readonly field: 'deletedAt';
  readonly isDeleted: boolean;
  /** Values that the record had where it was deleted. */
  readonly had: ReadonlySet<string>;
  isSaved: boolean;
  isGone: boolean;
  stamp?: Stamp | undefined;
}

interface RecordName {
  readonly noun: string;
  readonly id: string;
}
interface CellName extends RecordName {
  readonly field: string;
}
export const keyOf = ({ noun, id }: RecordName): string => `${noun}/${id}`;
export const cellKeyOf = (of: CellName): string => `${keyOf(of)}#${of.field}`;

export class Ledger {
  readonly writings: Writing[] = [];
  readonly deletions: Deletion[] = [];
  /** Records that somebody erased. */
  readonly erasures = new Map<string, { isSaved: boolean; isGone: boolean }>();
  readonly #byValue = new Map<string, Writing>();
  #drawn = 0;

  /** A number that no other value has. */
  draw(): number {
    this.#drawn += 1;
    return this.#drawn;
  }

  write(writing: Omit<Writing, 'isSaved' | 'isGone'>): Writing {
    const written = { ...writing, isSaved: false, isGone: false };
    this.writings.push(written);
    this.#byValue.set(written.value, written);
    return written;
  }

  /** From here on it may be erased: a device may die before it says so. */
  attemptErasure(of: RecordName): void {
    if (!this.erasures.has(keyOf(of))) this.erasures.set(keyOf(of), { isSaved: false, isGone: false });
  }

  erase(of: RecordName): void {
    this.erasures.set(keyOf(of), { isSaved: true, isGone: false });
  }

  isErased(of: RecordName): boolean {
    return this.erasures.has(keyOf(of));
  }

  /** Whether a value stands that was gone with its disk: it had been on its way, or in a file. */
  isBack(value: string | undefined): boolean {
    return value !== undefined && this.#byValue.get(value)?.isGone === true;
  }

  /** Whether whoever wrote `later` had `value` on the screen, or knew of something that was written over it. */
  isOver(later: string, value: string): boolean {
    const shown = this.#byValue.get(later)?.shown ?? new Set<string>();
    return shown.has(value) || [...shown].some((before) => this.isOver(before, value));
  }

  /** What was on what is lost and is nowhere now is gone: nobody can bring it back. */
  lose(lost: Holdings, left: readonly Holdings[]): void {
    const goes = (isHeld: (holdings: Holdings) => boolean) => isHeld(lost) && !left.some(isHeld);
    for (const writing of this.writings) {
      const wasThere = this.holds(lost, writing) || isBeaten(lost, writing);
      if (wasThere && !left.some((held) => this.holds(held, writing))) writing.isGone = true;
    }
    for (const deletion of this.deletions) if (goes((held) => holdsDeletion(held, deletion))) deletion.isGone = true;
    for (const [key, erasure] of this.erasures) if (goes((held) => holdsErasure(held, key))) erasure.isGone = true;
  }

  holds({ records, refused, beneath }: Holdings, writing: Writing): boolean {
    const word = JSON.stringify(writing.value);
    if (refused.includes(word) || beneath.includes(word)) return true;
    const record = records.get(keyOf(writing));
    const cell = record?.cells[writing.field];
    if (record?.erased === true || cell?.kind === 'erased') return true;
    if (valuesOf(cell).includes(writing.value)) return true;
    if (cell?.kind === 'last') return this.isOver(String(cell.value), writing.value);
    return cell !== undefined && writing.stamp !== undefined && seenDot(cell.context, writing.stamp);
  }
}

/** Whether a later value, written without seeing it, took its place: where that goes, both are gone. */
function isBeaten({ records }: Holdings, writing: Writing): boolean {
  const cell = records.get(keyOf(writing))?.cells[writing.field];
  return cell?.kind === 'last' && writing.stamp !== undefined && cell.stamp >= writing.stamp;
}

function holdsDeletion({ records }: Holdings, { noun, id, field, stamp }: Deletion): boolean {
  const record = records.get(keyOf({ noun, id }));
  const cell = record?.cells[field];
  return record?.erased === true || (cell?.kind === 'last' && stamp !== undefined && cell.stamp >= stamp);
}

export function holdsErasure({ records }: Pick<Holdings, 'records'>, key: string): boolean {
  const record = records.get(key);
  return record !== undefined && isErased(record);
}

export const valuesOf = (cell: Cell | undefined): string[] =>
  cell?.kind === 'text' ? cell.values.map(({ value }) => value) : cell?.kind === 'last' ? [String(cell.value)] : [];

export const byKey = (records: readonly RecordState[]): Map<string, RecordState> =>
  new Map(records.map((record) => [keyOf(record), record]));
