/** One line: its place and reference, whose view it is, its words, what it is, and where it is kept. */
import { Button } from '@mantine/core';
import { IconQuote, IconStarFilled } from '@tabler/icons-react';
import { memo, useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { BarrierCategory, Kind, Side } from '#domain/nouns/vocabulary.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { otherTexts } from '#storage/queries/captures.ts';
import type { Delivery } from '#storage/queries/delivery.ts';
import { isErasedEntity } from '#storage/row.ts';
import { MoreDots } from '#ui/dots.tsx';
import { EdgeRow } from '#ui/edge-row.tsx';
import { KindIcon, toneOfKind } from '#ui/kind-icon.tsx';
import { StateMark } from '#ui/state-mark.tsx';
import type { Line } from './commands.ts';
import type { HeldLine } from './held-lines.ts';
import { KindStrip } from './kind-strip.tsx';
import { LineConflictOf } from './line-conflict.tsx';
import { LineEditor } from './line-editor.tsx';
import { SortHandle } from './line-sort.tsx';
import { PhotoStrip } from './photo-strip.tsx';
import { useRowGestures } from './row-gestures.ts';
import { SideButton, labelOf } from './side-toggle.tsx';
import type { SideWord } from '#parts/side-words.ts';
import styles from './line-row.module.css';

/** What can be done with a row. Stable, so that only rows that changed are drawn again. */
export interface LineActs {
  /** Opens or closes the edit of a text; `by` says where the focus goes. */
  readonly edit: (id: string | undefined, by?: 'enter' | 'escape' | 'blur') => void;
  readonly openKind: (id: string | undefined) => void;
  readonly openMenu: (id: string) => void;
  readonly openDetails: (id: string) => void;
  readonly pickKind: (line: Line, kind: Kind, category?: BarrierCategory) => void;
  readonly pickSide: (line: Line, side: Side | undefined) => void;
  readonly step: (line: Line, by: -1 | 1) => void;
  readonly focusBeside: (id: string, by: -1 | 1) => void;
  readonly focusTyped: () => void;
  readonly retry: (line: HeldLine) => void;
  readonly drop: (line: HeldLine) => void;
}

interface LineRowProps {
  readonly line: Line | HeldLine;
  readonly reference: string;
  readonly delivery: Delivery;
  readonly photoCount: number;
  readonly sides: readonly SideWord[];
  readonly editing: boolean;
  readonly reopened: boolean;
  readonly kindOpen: boolean;
  readonly acts: LineActs;
}

export const LineRow = memo(
  ({ line, reference, delivery, photoCount, sides, editing, reopened, kindOpen, acts }: LineRowProps) => {
    const t = useTranslations('captures.row');
    const words = useTranslations('words');
    const state = useTranslations('app.state');
    const kept = isKept(line) ? line : undefined;
    const saved = kept !== undefined || (line as HeldLine).saved;
    const gestures = useRowGestures(() => kept && acts.openMenu(line.id));
    const erasing = useTranslations('erasing');
    const erased = kept !== undefined && isErasedEntity(kept);
    const kind = line.kind ?? 'note';
    const side = sides.find((word) => word.side === line.side);
    const what = line.category
      ? `${words(`kind.${kind}`)} · ${words(`category.${line.category}`)}`
      : words(`kind.${kind}`);
    const onClose = useCallback((by: 'enter' | 'escape' | 'blur') => acts.edit(undefined, by), [acts]);
    const onPickKind = useCallback(
      (picked: Kind, category?: BarrierCategory) => kept && acts.pickKind(kept, picked, category),
      [acts, kept],
    );

    return (
      <EdgeRow
        {...gestures}
        tone={toneOfKind(kind)}
        pattern={side?.pattern}
        data-capture-id={line.id}
        data-saved={saved}
        data-state={saved ? 'saved' : 'saving'}
      >
        <div className={styles.row}>
          <SortHandle id={line.id} reference={reference} onStep={kept && ((by) => acts.step(kept, by))} />
          <SideButton
            side={line.side ?? undefined}
            words={sides}
            label={t('side', { ref: reference, side: labelOf(line.side, sides) ?? t('noSide') })}
            onPick={(picked) => kept && acts.pickSide(kept, picked)}
          />
          <div className={styles.text}>
            {editing && kept && !erased ? (
              <LineEditor line={kept} reference={reference} reopened={reopened} onClose={onClose} />
            ) : (
              <button
                type="button"
                className={styles.words}
                data-line-text
                onClick={() => kept && (erased ? acts.openDetails(line.id) : acts.edit(line.id))}
                onKeyDown={(event) => {
                  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
                  if (by) {
                    event.preventDefault();
                    if (event.altKey && kept) acts.step(kept, by);
                    else acts.focusBeside(line.id, by);
                  } else if (event.key === 'Escape') acts.focusTyped();
                }}
              >
                {line.text ? (
                  line.text
                ) : (
                  <span className={styles.blank}>{erased ? erasing('erased') : t('blank')}</span>
                )}
                {kept?.verbatim ? <IconQuote role="img" aria-label={t('verbatim')} className={styles.badge} /> : null}
                {kept?.starred ? <IconStarFilled role="img" aria-label={t('starred')} className={styles.star} /> : null}
              </button>
            )}
            {kept && !editing && otherTexts(kept, 'text').length > 0 ? <LineConflictOf line={kept} /> : null}
            {kept && photoCount > 0 ? (
              <PhotoStrip captureId={kept.id} reference={reference} onOpen={() => acts.openDetails(line.id)} />
            ) : null}
          </div>
          <button
            type="button"
            className={styles.kind}
            aria-expanded={kindOpen}
            aria-label={t('kind', { ref: reference, kind: what })}
            onClick={() => acts.openKind(kindOpen ? undefined : line.id)}
          >
            <KindIcon kind={kind} size={22} />
            <span className={styles.what}>
              <span>{words(`kind.${kind}`)}</span>
              {line.category ? <span className={styles.category}>{words(`category.${line.category}`)}</span> : null}
            </span>
          </button>
          <span className={styles.mark}>
            {saved ? <StateMark compact tone={marks[delivery].tone} label={state(marks[delivery].label)} /> : null}
          </span>
          <button
            type="button"
            className={styles.more}
            aria-haspopup="dialog"
            aria-label={t('more', { ref: reference })}
            disabled={!kept}
            onClick={() => acts.openMenu(line.id)}
          >
            <MoreDots />
          </button>
        </div>
        {kindOpen && kept ? (
          <div className={styles.kinds}>
            <KindStrip all kind={kind} category={line.category} onPick={onPickKind} />
          </div>
        ) : null}
        {kept ? null : <Unsaved line={line as HeldLine} acts={acts} />}
      </EdgeRow>
    );
  },
);

/** A line that is not a record: why, and what can be done. */
const Unsaved = ({ line, acts }: { readonly line: HeldLine; readonly acts: LineActs }) => {
  const t = useTranslations('captures.found');
  if (line.failure) return <CommitProblem failure={line.failure} onRetry={() => acts.retry(line)} />;
  if (!line.draftKey) return null;
  return (
    <div className={styles.found}>
      <span>{t('words')}</span>
      <Button onClick={() => acts.retry(line)}>{t('add')}</Button>
      <Button variant="subtle" onClick={() => acts.drop(line)}>
        {t('drop')}
      </Button>
    </div>
  );
};

const isKept = (line: Line | HeldLine): line is Line => 'row' in line;

const marks = {
  'on-tablet': { tone: 'tablet', label: 'onTablet' },
  'on-server': { tone: 'server', label: 'onServer' },
  'needs-look': { tone: 'look', label: 'needsLook' },
} as const;
