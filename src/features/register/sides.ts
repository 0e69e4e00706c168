/** What the sides are called in this session, by side. */
import { useMemo } from 'react';
import type { SideLabels } from '#domain/person-columns.ts';
import type { Side } from '#domain/nouns/vocabulary.ts';
import type { Values } from '#domain/registry.ts';
import { type SideWord, useSideWords } from '#parts/side-words.ts';

export interface SideWords extends Pick<SideWord, 'letter' | 'pattern'> {
  readonly name: string;
}

/** The programme's own word for a side, or else the catalogue's. */
export function useSides(labels: Values<'programme'>['sideLabels']): Readonly<Record<Side, SideWords>> {
  const words = useSideWords(labels);
  return useMemo(
    () => Object.fromEntries(words.map(({ side, label, ...drawn }) => [side, { name: label, ...drawn }])),
    [words],
  ) as Record<Side, SideWords>;
}

/** The programme's words, for reading the side column of a list. */
export const sideLabelsOf = (labels: Values<'programme'>['sideLabels']): SideLabels => ({ ...labels });
