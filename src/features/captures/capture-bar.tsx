/** The line being typed, at the foot of its list and above the keyboard, with its kinds over it and its side before it. */
import { ActionIcon } from '@mantine/core';
import { IconCornerDownLeft } from '@tabler/icons-react';
import { memo, useCallback, useEffect, useImperativeHandle, useRef } from 'react';
import type { ClipboardEvent, KeyboardEvent, Ref } from 'react';
import { useTranslations } from 'use-intl';
import type { BarrierCategory, Kind, Side } from '#domain/nouns/vocabulary.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import type { LinePlace } from '#storage/queries/captures.ts';
import { scopeLimit } from '#storage/queries/scope-limit.ts';
import { useLive } from '#storage/use-live.ts';
import { EdgeRow } from '#ui/edge-row.tsx';
import { toneOfKind } from '#ui/kind-icon.tsx';
import { useStandingBar } from '#ui/standing-bar.ts';
import { offerUndo } from '#ui/undo.ts';
import type { DraftSlot } from './draft-slot.ts';
import type { EndedLines, LineChoice } from './held-lines.ts';
import { KindStrip } from './kind-strip.tsx';
import { LineArea, type LineAreaHandle } from './line-area.tsx';
import { pastedLines } from './new-line.ts';
import type { SideWord } from '#parts/side-words.ts';
import { SideToggle } from './side-toggle.tsx';
import { useTypedLine } from './typed-line.ts';
import { useBarPhotos } from './use-bar-photos.tsx';
import { useGrowingBar } from './use-growing-bar.ts';
import { WriterBar } from './writer-bar.tsx';
import styles from './capture-bar.module.css';

export interface CaptureBarHandle {
  readonly focus: () => void;
}

interface CaptureBarProps {
  readonly place: LinePlace;
  readonly slot: DraftSlot | undefined;
  readonly sides: readonly SideWord[];
  /** The reference that the line will have. */
  readonly nextRef: string;
  readonly refOf: (id: string) => string;
  /** The kinds of a row are being chosen: those of the bar are away, and undo stands in their place. */
  readonly quiet: boolean;
  readonly onEnd: (texts: readonly string[], choice: LineChoice, finishing: string | undefined) => Promise<EndedLines>;
  /** The arrow up out of an empty line. */
  readonly onLeaveUp: () => void;
  /** Somebody goes on in the bar. */
  readonly onUse: () => void;
  readonly ref?: Ref<CaptureBarHandle>;
}

export const CaptureBar = ({
  place,
  slot,
  sides,
  nextRef,
  refOf,
  quiet,
  onEnd,
  onLeaveUp,
  onUse,
  ref,
}: CaptureBarProps) => {
  const t = useTranslations('captures.typing');
  const bar = useRef<HTMLDivElement>(null);
  const row = useRef<HTMLDivElement>(null);
  const area = useRef<LineAreaHandle>(null);
  const line = useTypedLine({ place, slot, onEnd });
  const { typed, caret, failure, setText, choose, end, endAll } = line;
  // Where this tablet only reads, that is said where somebody begins to write.
  const limit = useLive(() => scopeLimit(place.scope), [place.scope]);
  const photos = useBarPhotos({ place, line, refOf });
  useStandingBar(quiet ? row : bar);
  useGrowingBar(bar);
  useImperativeHandle(ref, () => ({ focus: () => area.current?.focus() }), []);

  // With a keyboard of its own the tablet loses nothing by being ready to type.
  useEffect(() => {
    if (slot?.restored?.text) area.current?.focus(slot.restored.caret);
    else if (!isEditing() && window.matchMedia('(hover: hover) and (pointer: fine)').matches) area.current?.focus();
  }, [slot]);

  const pickKind = useCallback(
    (kind: Kind, category?: BarrierCategory) => {
      choose({ kind, category: kind === 'barrier' ? category : undefined });
      area.current?.focus();
    },
    [choose],
  );
  const pickSide = useCallback(
    (side: Side | undefined) => {
      choose({ side });
      area.current?.focus();
    },
    [choose],
  );

  const add = useCallback(() => {
    void end();
    area.current?.focus();
  }, [end]);

  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    const lines = pastedLines(pasted);
    if (lines.length < 2) return;
    event.preventDefault();
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const [head, tail] = [value.slice(0, selectionStart), value.slice(selectionEnd)];
    const whole = lines.map((line, at) => (at === 0 ? head : '') + line + (at === lines.length - 1 ? tail : ''));
    void endAll(whole).then((ended) => {
      if (!ended || ended.failure) return;
      offerUndo({
        done: t('pasted', { count: lines.length }),
        // As one line after all: with its rows, where it was pasted.
        undo: async () => {
          if (await ended.undo()) return;
          const text = head + pasted + tail;
          setText(text, text.length);
          area.current?.focus();
        },
      });
    });
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp' && typed.text === '') {
      event.preventDefault();
      onLeaveUp();
    }
  };

  const pattern = sides.find(({ side }) => side === typed.side)?.pattern;
  return (
    <div
      ref={bar}
      className={styles.bar}
      data-capture-bar
      data-quiet={quiet || undefined}
      onPointerDown={quiet ? onUse : undefined}
      onInput={quiet ? onUse : undefined}
    >
      <CommitProblem failure={failure} onRetry={() => void end()} />
      {photos.trouble}
      <div className={styles.asks}>
        <WriterBar scope={place.scope} />
      </div>
      <div className={styles.kinds}>
        <KindStrip kind={typed.kind} category={typed.category} onPick={pickKind} />
      </div>
      <EdgeRow as="div" tone={toneOfKind(typed.kind)} pattern={pattern} data-typed-line>
        <div ref={row} className={styles.line}>
          <SideToggle side={typed.side} words={sides} onPick={pickSide} />
          <div className={styles.text}>
            <LineArea
              ref={area}
              label={t('label', { ref: nextRef })}
              placeholder={t(limit === undefined ? 'placeholder' : 'staysHere')}
              value={typed.text}
              caret={caret}
              onChange={setText}
              onEnd={() => void end()}
              onPaste={onPaste}
              onKey={onKey}
            />
          </div>
          <AddButton onPress={add} />
          {photos.button}
        </div>
      </EdgeRow>
    </div>
  );
};

/** What no key changes is not drawn again with every key. */
const AddButton = memo(({ onPress }: { readonly onPress: () => void }) => {
  const t = useTranslations('captures.typing');
  return (
    <ActionIcon
      variant="filled"
      className={styles.add}
      aria-label={t('add')}
      title={t('add')}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <IconCornerDownLeft aria-hidden />
    </ActionIcon>
  );
});

/** Another field of the page has the focus: a line whose edit came back, say. */
const isEditing = (): boolean => document.activeElement?.matches('input, textarea') === true;
