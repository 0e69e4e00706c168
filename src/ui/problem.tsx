/** Stands beside what failed: what happened, what is safe, what to do. It blames nobody. */
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './problem.module.css';

interface ProblemProps {
  /** What happened, in a sentence or two. */
  readonly happened: ReactNode;
  /** What is safe all the same. */
  readonly safe?: ReactNode;
  /** What to do now. */
  readonly advice?: ReactNode;
  readonly heading?: ReactNode;
  readonly actions?: ReactNode;
  /** For whoever looks after the tablet; folded away under `detailLabel`. */
  readonly detail?: string;
  readonly detailLabel?: string;
  /** `alert` reads it out at once; `status` waits until the reader has finished. */
  readonly role?: 'alert' | 'status';
}

export const Problem = ({
  happened,
  safe,
  advice,
  heading,
  actions,
  detail,
  detailLabel,
  role = 'alert',
}: ProblemProps) => (
  <div role={role} className={styles.problem}>
    <IconAlertTriangle aria-hidden className={styles.icon} />
    <div className={styles.words}>
      {heading ? <p className={styles.heading}>{heading}</p> : null}
      <p>{happened}</p>
      {safe ? <p className={styles.safe}>{safe}</p> : null}
      {advice ? <p>{advice}</p> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
      {detail && detailLabel ? (
        <details className={styles.detail}>
          <summary>{detailLabel}</summary>
          <code>{detail}</code>
        </details>
      ) : null}
    </div>
  </div>
);
