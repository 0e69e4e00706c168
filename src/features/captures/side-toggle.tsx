/** Whose view the next line is: a ring for each side where there is room, else one that goes round. */
import { memo } from 'react';
import { useTranslations } from 'use-intl';
import type { Side } from '#domain/nouns/vocabulary.ts';
import { SideRing } from '#ui/side-ring.tsx';
import { nextSide, type SideWord } from '#parts/side-words.ts';
import styles from './side-toggle.module.css';

interface SideToggleProps {
  readonly side: Side | undefined;
  readonly words: readonly SideWord[];
  readonly onPick: (side: Side | undefined) => void;
}

const keepFocus = (event: { preventDefault: () => void }) => event.preventDefault();

export const SideToggle = memo(({ side, words, onPick }: SideToggleProps) => {
  const t = useTranslations('captures');
  return (
    <div role="group" aria-label={t('side.label')} className={styles.toggle}>
      {words.map((word) => (
        <button
          key={word.side}
          type="button"
          className={styles.each}
          aria-pressed={side === word.side}
          onPointerDown={keepFocus}
          onMouseDown={keepFocus}
          onClick={() => onPick(side === word.side ? undefined : word.side)}
        >
          <SideRing letter={word.letter} name={word.label} pattern={word.pattern} filled={side === word.side} />
        </button>
      ))}
      <span className={styles.round}>
        <SideButton
          side={side}
          words={words}
          label={t('side.now', { side: labelOf(side, words) ?? t('side.none') })}
          onPick={onPick}
        />
      </span>
    </div>
  );
});

interface SideButtonProps extends SideToggleProps {
  readonly label: string;
}

/** One ring that goes round: each side in turn, then none. */
export const SideButton = ({ side, words, label, onPick }: SideButtonProps) => {
  const word = words.find((one) => one.side === side);
  return (
    <button
      type="button"
      className={styles.each}
      aria-label={label}
      title={word?.label}
      onPointerDown={keepFocus}
      onMouseDown={keepFocus}
      onClick={() => onPick(nextSide(side))}
    >
      {word ? (
        <span aria-hidden>
          <SideRing letter={word.letter} name={word.label} pattern={word.pattern} />
        </span>
      ) : (
        <span aria-hidden className={styles.none} />
      )}
    </button>
  );
};

export const labelOf = (side: Side | null | undefined, words: readonly SideWord[]): string | undefined =>
  words.find((word) => word.side === side)?.label;
