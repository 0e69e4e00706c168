/** A thing in the header that opens something: an icon and its words; on a narrow screen the icon and a short form. */
import { Link } from 'react-router';
import type { ComponentType } from 'react';
import type { StateTone } from './state-mark.tsx';
import styles from './header-chip.module.css';

interface HeaderChipProps {
  readonly icon: ComponentType<{ readonly 'aria-hidden': true }>;
  /** The words, and what it is read as. */
  readonly label: string;
  /** What it is read as where the words alone are too short; it holds them. */
  readonly accessibleName?: string | undefined;
  /** A figure or initials where the words have no room; empty: the icon alone. */
  readonly short?: string;
  /** Colours the icon, and sets off what needs a look. */
  readonly tone?: StateTone;
  /** What it opens: an address, or else `onPress`. */
  readonly to?: string;
  readonly onPress?: () => void;
}

export const HeaderChip = ({
  icon: Icon,
  label,
  accessibleName = label,
  short = '',
  tone,
  to,
  onPress,
}: HeaderChipProps) => {
  const inside = (
    <>
      <Icon aria-hidden />
      <span aria-hidden className={styles.words}>
        {label}
      </span>
      {short === '' ? null : (
        <span aria-hidden className={styles.short}>
          {short}
        </span>
      )}
    </>
  );
  return to ? (
    <Link to={to} className={styles.chip} data-tone={tone} aria-label={accessibleName}>
      {inside}
    </Link>
  ) : (
    <button type="button" className={styles.chip} data-tone={tone} aria-label={accessibleName} onClick={onPress}>
      {inside}
    </button>
  );
};
