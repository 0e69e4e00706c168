/** The heads of the half-day columns: how many are here, and one tap that marks everyone. */
import { IconChecks } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type HalfDay, halfDayKey } from '#domain/attendance.ts';
import type { DayWords } from './half-days.ts';
import styles from './list.module.css';

interface ListHeadProps {
  readonly halfDays: readonly HalfDay[];
  readonly counts: ReadonlyMap<string, number>;
  readonly dayWords: DayWords;
  /** What stands above the names: how many they are, or were found. */
  readonly what: string;
  /** Absent while only some are shown: a tap on everyone must mean everyone. */
  readonly onMarkAll?: (halfDay: HalfDay) => void;
}

export const ListHead = ({ halfDays, counts, dayWords, what, onMarkAll }: ListHeadProps) => {
  const t = useTranslations('register');
  const words = useTranslations('words');
  const days = [...new Set(halfDays.map(({ day }) => day))];
  return (
    <div className={styles.head}>
      <p className={styles.what} role="status">
        {what}
      </p>
      {days.map((day) => (
        <div key={day} className={styles.day}>
          {dayWords.day(day) === '' ? null : <span className={styles.dayName}>{dayWords.day(day)}</span>}
          <div className={styles.parts}>
            {halfDays
              .filter((halfDay) => halfDay.day === day)
              .map((halfDay) => {
                const count = counts.get(halfDayKey(halfDay)) ?? 0;
                const label = `${t('list.here', { count })}, ${dayWords.halfDay(halfDay)}`;
                const inside = (
                  <>
                    <span>{words(`dayPartShort.${halfDay.part}`)}</span>
                    <span className={styles.count}>{count}</span>
                  </>
                );
                return onMarkAll ? (
                  <button
                    key={halfDayKey(halfDay)}
                    type="button"
                    className={styles.part}
                    aria-label={`${t('list.markAll', { halfDay: dayWords.halfDay(halfDay) })}. ${t('list.here', { count })}`}
                    onClick={() => onMarkAll(halfDay)}
                  >
                    {inside}
                    <IconChecks aria-hidden size={20} className={styles.all} />
                  </button>
                ) : (
                  <div key={halfDayKey(halfDay)} role="img" aria-label={label} className={styles.part}>
                    {inside}
                  </div>
                );
              })}
          </div>
        </div>
      ))}
    </div>
  );
};
