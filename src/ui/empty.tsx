/** Nothing here yet: says what belongs here, shows one real example of it, and offers the one thing to do. */
import type { ReactNode } from 'react';
import styles from './empty.module.css';

interface EmptyProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  /** A real example, set apart as one. */
  readonly example?: ReactNode;
  readonly action?: ReactNode;
}

export const Empty = ({ title, children, example, action }: EmptyProps) => (
  <div className={styles.empty}>
    <p className={styles.title}>{title}</p>
    {children ? <div className={styles.words}>{children}</div> : null}
    {example ? <div className={styles.example}>{example}</div> : null}
    {action ? <div className={styles.action}>{action}</div> : null}
  </div>
);
