/** The people of the session, each with a box for each half-day. Smooth with 300 people and six half-days. */
import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type HalfDay, halfDaysOf, presentByHalfDay } from '#domain/attendance.ts';
import { foldedWords } from '#domain/name-key.ts';
import { SearchField } from '#ui/search-field.tsx';
import { TabsRow } from '#ui/tabs-row.tsx';
import { type Entry, isFound } from './entries.ts';
import type { DayWords } from './half-days.ts';
import { LetterRail, lettersFrom } from './letter-rail.tsx';
import { ListHead } from './list-head.tsx';
import { PersonRow } from './person-row.tsx';
import type { SideWords } from './sides.ts';
import { keysText, type RegisterView } from './use-register.ts';
import type { Side } from '#domain/nouns/vocabulary.ts';
import styles from './list.module.css';

interface PeopleListProps {
  readonly view: RegisterView;
  readonly entries: readonly Entry[];
  readonly sides: Readonly<Record<Side, SideWords>>;
  readonly dayWords: DayWords;
  /** The day whose boxes are shown where there is no room for all. */
  readonly day: number;
  readonly onDay: (day: number) => void;
  readonly newId: string | undefined;
  readonly onOpen: (personId: string) => void;
  readonly onTap: (personId: string, halfDay: HalfDay, present: boolean) => void;
  readonly onMarkAll: (halfDay: HalfDay) => void;
}

/** As many days stand side by side; of more, one is shown at a time. */
const daysInRow = 3;

export const PeopleList = ({
  view,
  entries,
  sides,
  dayWords,
  day,
  onDay,
  newId,
  onOpen,
  onTap,
  onMarkAll,
}: PeopleListProps) => {
  const t = useTranslations('register');
  const app = useTranslations('app');
  const [search, setSearch] = useState('');
  const isWide = useMediaQuery('(min-width: 46em)', true, { getInitialValueInEffect: false });
  const dayCount = view.days.length;
  const allDays = dayCount === 1 || (isWide && dayCount <= daysInRow);
  const halfDays = useMemo(
    () => halfDaysOf(dayCount).filter((halfDay) => allDays || halfDay.day === day),
    [dayCount, allDays, day],
  );
  const counts = useMemo(() => presentByHalfDay(view.present), [view.present]);
  const searched = foldedWords(search);
  const shown = searched.length === 0 ? entries : entries.filter((entry) => isFound(entry, searched));
  const hasLetters = searched.length === 0 && entries.length >= lettersFrom;

  return (
    <section aria-label={t('list.label')} className={styles.list}>
      <SearchField label={t('list.search')} value={search} onChange={setSearch} clearLabel={app('do.clear')} />
      {allDays ? null : (
        <TabsRow
          label={t('list.days')}
          value={String(day)}
          onChange={(value) => onDay(Number(value))}
          tabs={view.days.map((_, at) => ({ value: String(at), label: dayWords.day(at) }))}
        />
      )}
      <div className={styles.frame} data-letters={hasLetters || undefined}>
        <div className={styles.table}>
          <ListHead
            halfDays={halfDays}
            counts={counts}
            dayWords={dayWords}
            what={
              searched.length === 0
                ? t('list.count', { count: entries.length })
                : t('list.found', { count: shown.length })
            }
            onMarkAll={searched.length === 0 ? onMarkAll : undefined}
          />
          {shown.length === 0 ? <p className={styles.nobody}>{t('list.nobody', { search })}</p> : null}
          <ul className={styles.rows}>
            {shown.map(({ personId, familyName, givenName, organisation, erased, side }) => (
              <PersonRow
                key={personId}
                personId={personId}
                familyName={familyName}
                givenName={givenName}
                organisation={organisation}
                erased={erased}
                side={side && sides[side]}
                present={keysText(view.present.get(personId))}
                halfDays={halfDays}
                dayWords={dayWords}
                isNew={personId === newId}
                onOpen={onOpen}
                onTap={onTap}
              />
            ))}
          </ul>
        </div>
        {hasLetters ? <LetterRail entries={entries} /> : null}
      </div>
    </section>
  );
};
