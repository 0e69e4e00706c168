/** Search over lines on this tablet: by beginnings of words, one letter wrong allowed, accents folded. */
import MiniSearch from 'minisearch';
import { foldedWords } from '#domain/name-key.ts';
import type { Entity } from '#storage/row.ts';

const fields = ['text', 'owner', 'who', 'place', 'done', 'result', 'worked', 'firstStep', 'parties'] as const;

/** The ids of the lines that hold every word of `query`, or undefined for a query without words. */
export type LineSearch = (query: string) => ReadonlySet<string> | undefined;

/** Makes lines searchable, in memory; it is made when a search begins. */
export function searchLines(lines: readonly Entity<'capture'>[]): LineSearch {
  const index = new MiniSearch({ fields: [...fields], tokenize: foldedWords, processTerm: (word) => word });
  index.addAll(lines.map((line) => ({ id: line.id, ...textsOf(line) })));
  return (query) => {
    const words = foldedWords(query);
    if (words.length === 0) return undefined;
    const found = index.search(query, {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (word) => (word.length > 4 ? 1 : false),
    });
    return new Set(found.map(({ id }) => String(id)));
  };
}

/** Both values of a text that two people wrote without seeing each other are found. */
function textsOf(line: Entity<'capture'>): Record<string, string> {
  return Object.fromEntries(
    fields.map((field) => {
      const text = line.row.t?.[field];
      const others = typeof text === 'object' ? (text.o ?? []) : [];
      return [field, [line[field] ?? '', ...others].join('\n')];
    }),
  );
}
