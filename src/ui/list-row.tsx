/** A wide row that opens something: its title, what is known of it, and how it stands. */
import { IconChevronRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import styles from './list-row.module.css';

/** The list that rows stand in. */
export const RowList = ({ label, children }: { readonly label?: string; readonly children: ReactNode }) => (
  <ul className={styles.list} aria-label={label}>
    {children}
  </ul>
);

interface ListRowProps {
  readonly title: ReactNode;
  /** One line under the title: place, date, counts. */
  readonly meta?: ReactNode;
  /** An icon or a ring before the title. */
  readonly lead?: ReactNode;
  /** What stands at the end of the row: a state, a figure. */
  readonly end?: ReactNode;
  /** Where it leads to; or else `onOpen`. */
  readonly to?: string;
  readonly onOpen?: () => void;
  /** What the row is read as, where its title does not say what opening it does. */
  readonly label?: string;
  /** Buttons that are not part of the link, such as a menu. */
  readonly actions?: ReactNode;
}

export const ListRow = ({ title, meta, lead, end, to, onOpen, label, actions }: ListRowProps) => {
  const inside = (
    <>
      {lead ? <span className={styles.lead}>{lead}</span> : null}
      <span className={styles.words}>
        <span className={styles.title}>{title}</span>
        {meta ? <span className={styles.meta}>{meta}</span> : null}
      </span>
      {end ? <span className={styles.end}>{end}</span> : null}
      {to || onOpen ? <IconChevronRight aria-hidden className={styles.chevron} /> : null}
    </>
  );
  return (
    <li className={styles.item}>
      {to ? (
        <Link to={to} className={styles.row} aria-label={label}>
          {inside}
        </Link>
      ) : onOpen ? (
        <button type="button" className={styles.row} aria-label={label} onClick={onOpen}>
          {inside}
        </button>
      ) : (
        <div className={styles.row}>{inside}</div>
      )}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </li>
  );
};
