/** What was written of a person on this tablet: when, by whom, and to what. */
import { useFormatter, useTranslations } from 'use-intl';
import {
  ageBands,
  dayParts,
  registrationStatuses,
  sexes,
  type Side,
  sides as allSides,
} from '#domain/nouns/vocabulary.ts';
import type { HistoryRow } from '#storage/database.ts';
import { historyOfPerson, type Registered } from '#storage/queries/people.ts';
import { useLive } from '#storage/use-live.ts';
import type { SideWords } from './sides.ts';
import styles from './sheets.module.css';

interface PersonHistoryProps {
  readonly listed: Registered;
  readonly sides: Readonly<Record<Side, SideWords>>;
}

export const PersonHistory = ({ listed, sides }: PersonHistoryProps) => {
  const t = useTranslations('register.history');
  const format = useFormatter();
  const linesOf = useHistoryLines(sides);
  const rows = useLive(() => historyOfPerson(listed), [listed]);
  if (!rows) return null;
  const entries = rows.map((row) => ({ row, lines: linesOf(row) })).filter(({ lines }) => lines.length > 0);
  return (
    <details className={styles.more}>
      <summary>{t('title')}</summary>
      {entries.length === 0 ? <p className={styles.note}>{t('none')}</p> : null}
      <ol className={styles.history}>
        {entries.map(({ row, lines }) => (
          <li key={row.seq}>
            <p className={styles.note}>
              {format.dateTime(new Date(row.at), {
                day: 'numeric',
                month: 'short',
                hour: '2-digit',
                minute: '2-digit',
              })}
              {row.by ? ` · ${row.by}` : null}
            </p>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ol>
    </details>
  );
};

const personFields = [
  'givenName',
  'familyName',
  'organisation',
  'function',
  'place',
  'sector',
  'phone',
  'email',
  'accessNeeds',
  'sex',
  'ageBand',
] as const;

function useHistoryLines(sides: Readonly<Record<Side, SideWords>>): (row: HistoryRow) => string[] {
  const t = useTranslations('register.history');
  const nouns = useTranslations('nouns');
  const words = useTranslations('words');
  const app = useTranslations('app');
  const erasing = useTranslations('erasing');
  const said = (label: string, value: string) => t('set', { label, value: value === '' ? app('empty.none') : value });
  const wordOf = (field: string, value: unknown): string => {
    const text = typeof value === 'string' ? value : '';
    const sex = field === 'sex' ? sexes.find((known) => known === text) : undefined;
    const band = field === 'ageBand' ? ageBands.find((known) => known === text) : undefined;
    return sex ? words(`sex.${sex}`) : band ? words(`ageBand.${band}`) : text;
  };
  return ({ noun, values }) => {
    if (noun === 'attendance') {
      const part = dayParts.find((known) => known === values.part);
      if (typeof values.day !== 'number' || !part) return [];
      const halfDay = t('halfDay', { day: values.day + 1, part: words(`dayPart.${part}`) });
      return [t(values.present === true ? 'present' : 'absent', { halfDay })];
    }
    if (noun === 'registration') {
      const status = registrationStatuses.find((known) => known === values.status);
      const side = allSides.find((known) => known === values.side);
      return [
        ...(status ? [said(nouns('registration.status'), words(`registrationStatus.${status}`))] : []),
        ...('side' in values ? [said(nouns('registration.side'), side ? sides[side].name : '')] : []),
      ];
    }
    if (values.erased === true) return [erasing('erased')];
    return personFields.flatMap((field) =>
      field in values ? [said(nouns(`person.${field}`), wordOf(field, values[field]))] : [],
    );
  };
}
