/** Who wrote what of a line, and when: the latest first, as it was written on this tablet. */
import { useFormatter, useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { historyOf } from '#storage/queries/delivery.ts';
import { placesIn } from '#storage/queries/groups.ts';
import { useLive } from '#storage/use-live.ts';
import type { Line } from './commands.ts';
import { useFactWords } from './fact-words.ts';
import type { SideWord } from '#parts/side-words.ts';
import styles from './line-history.module.css';

export const LineHistory = ({ line, sides }: { readonly line: Line; readonly sides: readonly SideWord[] }) => {
  const t = useTranslations('captures.history');
  const format = useFormatter();
  const entries = useLive(() => historyOf('capture', line.id as Id<'capture'>), [line.id, line.row]);
  const places = useLive(() => placesIn(line.scope), [line.scope]);
  const wordsOf = useFactWords(sides, places);
  if (!entries) return null;

  return (
    <>
      <ol className={styles.list} reversed>
        {entries.map((entry) => (
          <li key={entry.seq} className={styles.entry}>
            <p className={styles.who}>
              <strong>{entry.by ?? t('nobody')}</strong>{' '}
              <time dateTime={new Date(entry.at).toISOString()}>
                {format.dateTime(entry.at, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })}
              </time>
            </p>
            <ul className={styles.facts}>
              {wordsOf(entry.values).map(({ label, value }) => (
                <li key={label}>
                  {label}
                  {value === undefined ? null : (
                    <>
                      {': '}
                      {value}
                    </>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p className={styles.note}>{entries.length === 0 ? t('none') : t('note')}</p>
    </>
  );
};
