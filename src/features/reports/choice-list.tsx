/** The nine things to have: one is always chosen. */
import { useId } from 'react';
import type { MouseEvent } from 'react';
import {
  IconArchive,
  IconDeviceTablet,
  IconFileTypeCsv,
  IconFileTypeDoc,
  IconMessage,
  IconTable,
  IconTransfer,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { type Choice, choices } from './choices.ts';
import styles from './choice-list.module.css';

const icons = {
  report: IconFileTypeDoc,
  lines: IconTable,
  comma: IconFileTypeCsv,
  semicolon: IconFileTypeCsv,
  register: IconUsers,
  summary: IconMessage,
  handOver: IconTransfer,
  session: IconArchive,
  everything: IconDeviceTablet,
} as const;

interface ChoiceListProps {
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
  /** Chosen by a tap or a click, not by the arrows of a keyboard; also where it was chosen already. */
  readonly onTap: () => void;
}

export const ChoiceList = ({ value, onChange, onTap }: ChoiceListProps) => {
  const t = useTranslations('reports');
  const id = useId();
  const tapped = (event: MouseEvent) => {
    if (event.detail > 0) onTap();
  };
  return (
    <div role="radiogroup" aria-label={t('choices')} className={styles.list}>
      {choices.map((choice) => {
        const Icon = icons[choice];
        return (
          <label key={choice} className={styles.choice} data-chosen={choice === value || undefined}>
            <input
              type="radio"
              name={id}
              value={choice}
              checked={choice === value}
              className={styles.radio}
              aria-labelledby={`${id}-${choice} ${id}-${choice}-format`}
              aria-describedby={`${id}-${choice}-hint`}
              onChange={() => onChange(choice)}
              onClick={tapped}
            />
            <Icon aria-hidden className={styles.icon} />
            <span className={styles.words}>
              <span className={styles.head}>
                <span id={`${id}-${choice}`} className={styles.title}>
                  {t(`choice.${choice}.title`)}
                </span>
                <span id={`${id}-${choice}-format`} className={styles.format}>
                  {t(`choice.${choice}.format`)}
                </span>
              </span>
              <span id={`${id}-${choice}-hint`} className={styles.hint}>
                {t(`choice.${choice}.hint`)}
              </span>
            </span>
          </label>
        );
      })}
    </div>
  );
};
