/** A letter in a ring: whose view a line is. The ring's line repeats the pattern of the edge. */
import type { EdgePattern } from './edge-pattern.ts';
import styles from './side-ring.module.css';

interface SideRingProps {
  readonly letter: string;
  /** The whole word, read out and shown when pointed at. */
  readonly name: string;
  readonly pattern?: EdgePattern;
  readonly filled?: boolean;
}

export const SideRing = ({ letter, name, pattern = 'solid', filled = false }: SideRingProps) => (
  <span
    role="img"
    aria-label={name}
    title={name}
    className={styles.ring}
    data-pattern={pattern}
    data-filled={filled || undefined}
  >
    {letter}
  </span>
);
