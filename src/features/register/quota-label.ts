/** What a quota is called: its own label, else the word of the value it counts. */
import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import { ageBands, type Side, sexes, sides as allSides } from '#domain/nouns/vocabulary.ts';
import type { Entity } from '#storage/row.ts';
import type { SideWords } from './sides.ts';

export type Counted = Pick<Entity<'quota'>, 'label' | 'field' | 'value'>;

export function useQuotaLabel(sides: Readonly<Record<Side, SideWords>>): (quota: Counted) => string {
  const words = useTranslations('words');
  return useCallback(
    ({ label, field, value }) => {
      if (label) return label;
      const side = field === 'side' ? allSides.find((known) => known === value) : undefined;
      if (side) return sides[side].name;
      const sex = field === 'sex' ? sexes.find((known) => known === value) : undefined;
      if (sex) return words(`sex.${sex}`);
      const band = field === 'ageBand' ? ageBands.find((known) => known === value) : undefined;
      return band ? words(`ageBand.${band}`) : (value ?? '');
    },
    [sides, words],
  );
}
