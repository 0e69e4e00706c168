/** Where something is: on this tablet, on the server, or in need of a look. An icon and its word, never colour alone. */
import { IconAlertCircle, IconCheck, IconDeviceTablet } from '@tabler/icons-react';
import styles from './state-mark.module.css';

const icons = { tablet: IconDeviceTablet, server: IconCheck, look: IconAlertCircle } as const;
export type StateTone = keyof typeof icons;

interface StateMarkProps {
  readonly tone: StateTone;
  readonly label: string;
  /** Shows the icon alone; the word is still read out. */
  readonly compact?: boolean;
}

export const StateMark = ({ tone, label, compact = false }: StateMarkProps) => {
  const Icon = icons[tone];
  return compact ? (
    <span role="img" aria-label={label} title={label} className={styles.mark} data-tone={tone}>
      <Icon aria-hidden size={20} />
    </span>
  ) : (
    <span className={styles.mark} data-tone={tone}>
      <Icon aria-hidden size={20} />
      <span>{label}</span>
    </span>
  );
};
