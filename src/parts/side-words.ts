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
    const own = sides.map((side) => labels?.[side]?.trim() ?? '');
    const letters = distinctLetters(
      sides.map((side, at) => [
        ...(own[at] ? [] : [t(`sideLetter.${side}`)]),
        ...lettersOf(own[at] || t(`side.${side}`), locale),
      ]),
    );
    return sides.map((side, at) => ({
      side,
      label: own[at] || t(`side.${side}`),
      letter: letters[at] ?? '',
      pattern: patternOfSide(at),
    }));
  }, [labels, locale, t]);
}

/** The side after this one as one taps: each in turn, then none. */
export const nextSide = (side: Side | null | undefined): Side | undefined => sides[side ? sides.indexOf(side) + 1 : 0];

/** One of each list, the first that none before has: two sides never share a letter while they have another. */
export function distinctLetters(choices: readonly (readonly string[])[]): string[] {
  const taken = new Set<string>();
  return choices.map((letters) => {
    const letter = letters.find((one) => !taken.has(one)) ?? letters[0] ?? '';
    taken.add(letter);
    return letter;
  });
}

const lettersOf = (label: string, locale: string): string[] =>
  [...label.toLocaleUpperCase(locale)].filter((character) => /\p{L}/u.test(character));
