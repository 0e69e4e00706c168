/** The head of every screen: where I am, the running block, how safe everything is, and who holds the tablet. */
import type { ReactNode } from 'react';
import styles from './header.module.css';

interface HeaderProps {
  /** Where I am; in a session, its title and the way to its purpose. */
  readonly where: ReactNode;
  /** The way back, before it. */
  readonly back?: ReactNode;
  /** The running block with its time left. It gets a line of its own where there is no room. */
  readonly running?: ReactNode;
  /** The one state chip. */
  readonly state?: ReactNode;
  /** Who holds the tablet. */
  readonly holder?: ReactNode;
}

export const Header = ({ where, back, running, state, holder }: HeaderProps) => (
  <header className={styles.header}>
    <div className={styles.back}>{back}</div>
    <div className={styles.where}>{where}</div>
    <div className={styles.running}>{running}</div>
    <div className={styles.end}>
      {state}
      {holder}
    </div>
  </header>
);
