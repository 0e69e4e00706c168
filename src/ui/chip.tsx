/** A choice as big as a thumb. Pressed it is filled, so that the room sees it and not only its colour changes. */
import type { ComponentType, ReactNode } from 'react';
import styles from './chip.module.css';

interface ChipProps {
  readonly label: ReactNode;
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly icon?: ComponentType<{ readonly 'aria-hidden': true }>;
  /** A colour of the tokens, e.g. `var(--kind-barrier)`; the accent when absent. */
  readonly tone?: string;
  /** A count at the end. */
  readonly count?: ReactNode;
  /** What it is read as where the label alone is too short. */
  readonly accessibleName?: string;
  readonly disabled?: boolean;
  /** Keeps the focus, and with it the keyboard, in the line being typed while it is tapped. */
  readonly keepFocus?: boolean;
}

export const Chip = ({
  label,
  pressed,
  onPress,
  icon: Icon,
  tone,
  count,
  accessibleName,
  disabled = false,
  keepFocus = false,
}: ChipProps) => (
  <button
    type="button"
    className={styles.chip}
    style={tone ? { '--tone': tone } : undefined}
    aria-pressed={pressed}
    aria-label={accessibleName}
    disabled={disabled}
    onPointerDown={keepFocus ? (event) => event.preventDefault() : undefined}
    onMouseDown={keepFocus ? (event) => event.preventDefault() : undefined}
    onClick={onPress}
  >
    {Icon ? <Icon aria-hidden /> : null}
    <span>{label}</span>
    {count === undefined ? null : <span className={styles.count}>{count}</span>}
  </button>
);

interface ChipRowProps {
  /** What is chosen here, for those who do not see it. */
  readonly label: string;
  readonly children: ReactNode;
}

/** Chips in a row that wraps. */
export const ChipRow = ({ label, children }: ChipRowProps) => (
  <div role="group" aria-label={label} className={styles.row}>
    {children}
  </div>
);
