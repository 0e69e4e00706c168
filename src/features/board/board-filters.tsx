/** Whose view, which group, which block: in one row that wraps. */
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { SideWord } from '#parts/side-words.ts';
import type { Entity } from '#storage/row.ts';
import { Chip, ChipRow } from '#ui/chip.tsx';
import { SelectField } from '#ui/field.tsx';
import { type BoardFilter, everything, isFiltering, plenary } from './board-filter.ts';
import styles from './board.module.css';

interface BoardFiltersProps {
  readonly filter: BoardFilter;
  readonly onChange: (filter: BoardFilter) => void;
  readonly groups: readonly Entity<'group'>[];
  readonly blocks: readonly Entity<'block'>[];
  readonly sides: readonly SideWord[];
}

export const BoardFilters = ({ filter, onChange, groups, blocks, sides }: BoardFiltersProps) => {
  const t = useTranslations('board');
  return (
    <div className={styles.filters}>
      <ChipRow label={t('sides')}>
        {sides.map(({ side, label }) => (
          <Chip
            key={side}
            label={label}
            pressed={filter.side === side}
            onPress={() => onChange({ ...filter, side: filter.side === side ? undefined : side })}
          />
        ))}
      </ChipRow>
      {groups.length > 0 ? (
        <SelectField
          hideLabel
          label={t('group')}
          value={filter.group}
          emptyLabel={t('anyGroup')}
          options={[
            ...groups.map(({ id, label }) => ({ value: String(id), label: label || t('untitledGroup') })),
            { value: plenary, label: t('noGroup') },
          ]}
          onChange={(group) => onChange({ ...filter, group })}
        />
      ) : null}
      {blocks.length > 0 ? (
        <SelectField
          hideLabel
          label={t('block')}
          value={filter.block}
          emptyLabel={t('anyBlock')}
          options={blocks.map(({ id, title }) => ({ value: String(id), label: title || t('untitledBlock') }))}
          onChange={(block) => onChange({ ...filter, block })}
        />
      ) : null}
      {isFiltering(filter) ? (
        <Button variant="subtle" onClick={() => onChange(everything)}>
          {t('clear')}
        </Button>
      ) : null}
    </div>
  );
};
