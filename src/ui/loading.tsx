/** What stands in for a page that is on its way. Nothing for 300 ms, then quiet lines; it never turns or blinks. */
import styles from './loading.module.css';

interface LoadingProps {
  readonly label: string;
  /** How many lines stand in. */
  readonly lines?: number;
}

const widths = ['60%', '92%', '78%', '86%', '70%', '90%'] as const;

export const Loading = ({ label, lines = 4 }: LoadingProps) => (
  <div role="status" aria-label={label} className={styles.loading}>
    {Array.from({ length: lines }, (_, line) => (
      <span key={line} className={styles.line} style={{ inlineSize: widths[line % widths.length] }} />
    ))}
  </div>
);
