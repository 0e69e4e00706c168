/** The initial letters down the edge of a long list, as many together as a thumb needs: a tap brings that part into view. */
import { useTranslations } from 'use-intl';
import type { Entry } from './entries.ts';
import { letterGroups } from './letter-groups.ts';
import { rowId } from './person-row.tsx';
import styles from './list.module.css';

/** A list of fewer people needs no letters. */
export const lettersFrom = 21;

/** How many thumbs fit down the edge of the smallest screen, between the header and the line that adds people. */
const mostGroups = 11;

export const LetterRail = ({ entries }: { readonly entries: readonly Entry[] }) => {
  const t = useTranslations('register');
  const first = new Map<string, string>();
  for (const { initial, personId } of entries) if (initial !== '' && !first.has(initial)) first.set(initial, personId);
  return (
    <nav aria-label={t('list.letters')} className={styles.rail}>
      <ol className={styles.letters}>
        {letterGroups([...first.keys()], mostGroups).map((group) => (
          <li key={group.first}>
            <button
              type="button"
              className={styles.letter}
              onClick={() =>
                document.getElementById(rowId(first.get(group.first) ?? ''))?.scrollIntoView({ block: 'start' })
              }
            >
              {group.first === group.last ? group.first : `${group.first}–${group.last}`}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
};
