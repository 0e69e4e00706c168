/** What the sides are called in this session, with the letter and the pattern each is drawn by. */
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import type { SideLabels } from '#domain/person-columns.ts';
import { type Side, sides } from '#domain/nouns/vocabulary.ts';
import type { Values } from '#domain/registry.ts';
import { type EdgePattern, patternOfSide } from '#ui/edge-pattern.ts';

export interface SideWords {
  readonly name: string;
  readonly letter: string;
  readonly pattern: EdgePattern;
}

/** The programme's own word for a side, or else the catalogue's. */
export function useSides(labels: Values<'programme'>['sideLabels']): Readonly<Record<Side, SideWords>> {
  const t = useTranslations('words');
  const locale = useLocale();
  return useMemo(() => {
    const wordsOf = (side: Side, at: number): SideWords => {
      const own = labels?.[side];
      return {
        name: own ?? t(`side.${side}`),
        letter: own ? ([...own][0] ?? '').toLocaleUpperCase(locale) : t(`sideLetter.${side}`),
        pattern: patternOfSide(at),
      };
    };
    return Object.fromEntries(sides.map((side, at) => [side, wordsOf(side, at)])) as Record<Side, SideWords>;
  }, [labels, locale, t]);
}

/** The programme's words, for reading the side column of a list. */
export const sideLabelsOf = (labels: Values<'programme'>['sideLabels']): SideLabels => ({ ...labels });
