/** The initial letters down the edge of a long list: a tap brings that part of it into view. */
import { useTranslations } from 'use-intl';
import type { Entry } from './entries.ts';
import { rowId } from './person-row.tsx';
import styles from './list.module.css';

/** A list of fewer people needs no letters. */
export const lettersFrom = 21;

export const LetterRail = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const t = useTranslations('register');
  const first = new Map<string, string>();
  for (const { initial, personId } of entries) if (initial !== '' && !first.has(initial)) first.set(initial, personId);
  return (
    <nav aria-label={t('list.letters')} className={styles.rail}>
      <ol className={styles.letters}>
        {[...first].map(([letter, personId]) => (
          <li key={letter}>
            <button
              type="button"
              className={styles.letter}
              onClick={() => document.getElementById(rowId(personId))?.scrollIntoView({ block: 'start' })}
            >
              {letter}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
};
