/** What the sides are called here, and the letter each has in its ring. */
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { sides, type Side } from '#domain/nouns/vocabulary.ts';
import { type EdgePattern, patternOfSide } from '#ui/edge-pattern.ts';

/** A programme's own words for the sides; absent ones are the catalogue's. */
export type SideLabels = Readonly<Partial<Record<Side, string | undefined>>>;

export interface SideWord {
  readonly side: Side;
  readonly label: string;
  readonly letter: string;
  readonly pattern: EdgePattern;
}

export function useSideWords(labels: SideLabels | null | undefined): readonly SideWord[] {
  const t = useTranslations('words');
  const locale = useLocale();
  return useMemo(() => {
    const taken = new Set<string>();
    return sides.map((side, index) => {
      const own = labels?.[side]?.trim();
      const letters = own ? lettersOf(own, locale) : [t(`sideLetter.${side}`)];
      const letter = letters.find((one) => !taken.has(one)) ?? letters[0] ?? '';
      taken.add(letter);
      return { side, label: own || t(`side.${side}`), letter, pattern: patternOfSide(index) };
    });
  }, [labels, locale, t]);
}

/** The side after this one as one taps: each in turn, then none. */
export const nextSide = (side: Side | null | undefined): Side | undefined => sides[side ? sides.indexOf(side) + 1 : 0];

const lettersOf = (label: string, locale: string): string[] =>
  [...label.toLocaleUpperCase(locale)].filter((character) => /\p{L}/u.test(character));
