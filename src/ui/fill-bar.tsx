/** How many are there of how many wanted, in words and as a bar. More than wanted runs on, hatched, past the mark. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import styles from './fill-bar.module.css';

/** Fill bars side by side, as many as fit. */
export const FillBars = ({ children }: { readonly children: ReactNode }) => (
  <div className={styles.bars}>{children}</div>
);

interface FillBarProps {
  readonly label: string;
  readonly filled: number;
  /** 0: nobody said how many; the bar is then not drawn. */
  readonly target: number;
  /** The same in words, e.g. "12 of 15, 3 to come". */
  readonly words: string;
  /** A colour of the tokens. */
  readonly tone?: string;
}

export const FillBar = ({ label, filled, target, words, tone }: FillBarProps) => {
  const id = useId();
  const whole = Math.max(filled, target, 1);
  const share = (count: number) => `${(100 * count) / whole}%`;
  return (
    <div className={styles.bar} style={tone ? { '--tone': tone } : undefined}>
      <div className={styles.words}>
        <span id={id} className={styles.label}>
          {label}
        </span>
        <span className={styles.count}>{words}</span>
      </div>
      {target > 0 ? (
        <div
          role="meter"
          aria-labelledby={id}
          aria-valuenow={filled}
          aria-valuemin={0}
          aria-valuemax={whole}
          aria-valuetext={words}
          className={styles.track}
        >
          <span className={styles.fill} style={{ inlineSize: share(Math.min(filled, target)) }} />
          {filled > target ? <span className={styles.over} style={{ inlineSize: share(filled - target) }} /> : null}
        </div>
      ) : null}
    </div>
  );
};
