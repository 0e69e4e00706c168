/** The figures of the register, each under its own name with the rule by which it is counted. Never one figure. */
import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { AttendanceTotals } from '#domain/attendance.ts';
import styles from './figures.module.css';

interface FiguresProps {
  readonly totals: AttendanceTotals;
  /** Of the half-days held, 1-100 %; null: all of them. */
  readonly completerPercent: number | null;
}

export const Figures = ({ totals, completerPercent }: FiguresProps) => {
  const t = useTranslations('register.figures');
  const heading = useId();
  const { registered, people, personDays, halfDays, completers, held, neededHalfDays } = totals;
  const rows = [
    { key: 'registered', label: t('registered'), figure: registered, rule: t('registeredRule') },
    { key: 'people', label: t('people'), figure: people, rule: t('peopleRule') },
    { key: 'personDays', label: t('personDays'), figure: personDays, rule: t('personDaysRule', { halfDays }) },
    {
      key: 'completers',
      label: t('completers'),
      figure: completers,
      rule:
        held.length === 0
          ? t('nothingHeld')
          : completerPercent === null || completerPercent === 100
            ? t('completersAll', { held: held.length })
            : t('completersShare', { held: held.length, needed: neededHalfDays, percent: completerPercent }),
    },
  ];
  return (
    <section aria-labelledby={heading} className={styles.figures}>
      <h2 id={heading} className={styles.heading}>
        {t('title')}
      </h2>
      <dl className={styles.list}>
        {rows.map(({ key, label, figure, rule }) => (
          <div key={key} className={styles.figure} data-figure={key}>
            <dt>{label}</dt>
            <dd className={styles.number}>{figure}</dd>
            <dd className={styles.rule}>{rule}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
