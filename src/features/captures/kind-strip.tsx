/** The chips that say what a line is; for a barrier, of which category. One tap each, and the keyboard stays. */
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { barrierCategories, kinds, type BarrierCategory, type Kind } from '#domain/nouns/vocabulary.ts';
import { Chip } from '#ui/chip.tsx';
import { iconOfKind, toneOfKind } from '#ui/kind-icon.tsx';
import styles from './kind-strip.module.css';

interface KindStripProps {
  readonly kind: Kind;
  readonly category: BarrierCategory | null | undefined;
  /** A kind without a category, or a barrier with one. */
  readonly onPick: (kind: Kind, category?: BarrierCategory) => void;
  /** All kinds at once, without a button for more: in a row that was opened for this. */
  readonly all?: boolean;
}

export const KindStrip = memo(({ kind, category, onPick, all = false }: KindStripProps) => {
  const t = useTranslations('captures.kind');
  const words = useTranslations('words');
  const [wide, setWide] = useState(false);
  const strip = useRef<HTMLDivElement>(null);
  const open = all || wide;
  const onKeyDown = useOneTabStop(strip, kind);

  // The chosen one is in view when the strip is one line.
  useEffect(() => {
    const chosen = strip.current?.querySelector<HTMLElement>('[aria-pressed=true]');
    const box = strip.current;
    if (!chosen || !box || open) return;
    const [from, to] = [chosen.offsetLeft - box.offsetLeft, chosen.offsetLeft - box.offsetLeft + chosen.offsetWidth];
    if (from < box.scrollLeft || to > box.scrollLeft + box.clientWidth) box.scrollTo({ left: Math.max(0, from - 24) });
  }, [kind, open]);

  return (
    <div className={styles.kinds}>
      {kind === 'barrier' ? <CategoryStrip category={category} open={open} onPick={onPick} /> : null}
      <div className={styles.line}>
        {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons have the focus */}
        <div
          ref={strip}
          role="toolbar"
          aria-label={t('label')}
          className={styles.strip}
          data-open={open || undefined}
          onKeyDown={onKeyDown}
        >
          {kinds.map((one) => (
            <Chip
              key={one}
              label={words(`kind.${one}`)}
              icon={iconOfKind(one)}
              tone={toneOfKind(one)}
              pressed={kind === one}
              keepFocus
              onPress={() => {
                setWide(false);
                onPick(one);
              }}
            />
          ))}
        </div>
        {all ? null : (
          <button
            type="button"
            className={styles.more}
            aria-expanded={wide}
            aria-label={wide ? t('fewer') : t('more')}
            title={wide ? t('fewer') : t('more')}
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setWide(!wide)}
          >
            {wide ? <IconChevronDown aria-hidden /> : <IconChevronUp aria-hidden />}
          </button>
        )}
      </div>
    </div>
  );
});

interface CategoryStripProps extends Pick<KindStripProps, 'category' | 'onPick'> {
  readonly open: boolean;
}

const CategoryStrip = ({ category, open, onPick }: CategoryStripProps) => {
  const t = useTranslations('captures.kind');
  const words = useTranslations('words');
  const strip = useRef<HTMLDivElement>(null);
  const onKeyDown = useOneTabStop(strip, category);
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons have the focus
    <div
      ref={strip}
      role="toolbar"
      aria-label={t('category')}
      className={styles.categories}
      data-open={open || undefined}
      onKeyDown={onKeyDown}
    >
      {barrierCategories.map((one) => (
        <Chip
          key={one}
          label={words(`category.${one}`)}
          tone="var(--kind-barrier)"
          pressed={category === one}
          keepFocus
          onPress={() => onPick('barrier', category === one ? undefined : one)}
        />
      ))}
    </div>
  );
};

/** One stop of the tab key for a strip of chips; the arrows go along it. */
function useOneTabStop(strip: RefObject<HTMLDivElement | null>, chosen: unknown) {
  useLayoutEffect(() => {
    const chips = chipsOf(strip.current);
    const pressed = chips.find((chip) => chip.getAttribute('aria-pressed') === 'true') ?? chips[0];
    for (const chip of chips) chip.tabIndex = chip === pressed ? 0 : -1;
  }, [strip, chosen]);

  return (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const chips = chipsOf(strip.current);
    const at = chips.indexOf(document.activeElement as HTMLElement);
    const next = chips[(at + step + chips.length) % chips.length];
    for (const chip of chips) chip.tabIndex = chip === next ? 0 : -1;
    next?.focus();
  };
}

const chipsOf = (strip: HTMLElement | null): HTMLElement[] => [
  ...(strip?.querySelectorAll<HTMLElement>('button[aria-pressed]') ?? []),
];
