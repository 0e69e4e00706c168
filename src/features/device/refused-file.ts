/** A refused record as a text file: in words for people, then the record itself, so that nothing of it is lost. */
import type { QuarantineRow } from '#storage/database.ts';
import type { RefusedWords } from './refused-words.ts';

interface FileWords {
  readonly head: string;
  /** Stands before the record itself. */
  readonly record: string;
}

export function refusedFile(row: QuarantineRow, words: RefusedWords, { head, record }: FileWords): string {
  const { noun, id, scope, at, reason, path, message, delta } = row;
  const values = words.values.map(([label, value]) => `${label}: ${value}`);
  return [
    head,
    '',
    words.title,
    words.from,
    words.reason,
    '',
    ...values,
    '',
    record,
    JSON.stringify({ noun, id, scope, refusedAt: at, reason, path, message, record: delta }, null, 2),
    '',
  ].join('\n');
}
