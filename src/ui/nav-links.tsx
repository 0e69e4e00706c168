/** The places of the frame: a rail at the left of a wide tablet, a bar at the bottom of an upright one or a phone. */
import { NavLink } from 'react-router';
import type { ComponentType, ReactNode } from 'react';
import styles from './nav-links.module.css';

export interface Place {
  readonly to: string;
  readonly label: string;
  readonly icon: ComponentType<{ readonly 'aria-hidden': true; readonly size: number }>;
  /** Only this very address counts as being there, not those below it. */
  readonly exact?: boolean;
}

interface NavLinksProps {
  readonly label: string;
  readonly places: readonly Place[];
  /** The mark at the head of the rail; it is not shown in the bar. */
  readonly mark?: ReactNode;
}

export const NavLinks = ({ label, places, mark }: NavLinksProps) => (
  <nav aria-label={label} className={styles.nav}>
    {mark ? <div className={styles.mark}>{mark}</div> : null}
    <ul className={styles.places}>
      {places.map(({ to, label: word, icon: Icon, exact }) => (
        <li key={to} className={styles.place}>
          <NavLink to={to} end={exact ?? false} className={styles.link}>
            <Icon aria-hidden size={26} />
            <span className={styles.word}>{word}</span>
          </NavLink>
        </li>
      ))}
    </ul>
  </nav>
);
