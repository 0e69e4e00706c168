/**
 * The lines of a group, of a block's plenary or of the session, and the line being typed at their end. Typing is
 * the one thing that never waits here: neither for the list, nor for the disk, nor for another tab.
 */
import { Button } from '@mantine/core';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { captureRef, refPrefix } from '#domain/capture-ref.ts';
import type { Id } from '#domain/id.ts';
import type { Scope } from '#domain/scope.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { drafts } from '#storage/browser-drafts.ts';
import { deliveredLines, type LinePlace, openTextEdits } from '#storage/queries/captures.ts';
import { placesIn } from '#storage/queries/groups.ts';
import { lineOfPhoto } from '#storage/queries/photos.ts';
import { useLive, useLiveAfterPaint } from '#storage/use-live.ts';
import { useOpenEdit } from '#storage/use-open-edit.ts';
import { useKeyboardInset } from '#ui/keyboard-inset.ts';
import { KindIcon } from '#ui/kind-icon.tsx';
import { Loading } from '#ui/loading.tsx';
import { offerUndo } from '#ui/undo.ts';
import { CaptureBar, type CaptureBarHandle } from './capture-bar.tsx';
import { CaptureSheet } from './capture-sheet.tsx';
import type { Line } from './commands.ts';
import { draftKeyOf, useDraftSlot } from './draft-slot.ts';
import { EmptyStream } from './empty-stream.tsx';
import { type HeldLine, useHeldLines } from './held-lines.ts';
import { useLineActs } from './line-acts.ts';
import { LineMenu } from './line-menu.tsx';
import { LineList } from './line-list.tsx';
import type { LineActs } from './line-row.tsx';
import { LineSort, type Sorted } from './line-sort.tsx';
import { type SideLabels, useSideWords } from '#parts/side-words.ts';
import { useStableLines } from './stable-lines.ts';
import { draftOf } from './typed.ts';
import { useClearOfBar } from './use-clear-of-bar.ts';
import styles from './capture-stream.module.css';

export interface CaptureStreamProps {
  readonly scope: Scope;
  readonly sessionId: Id<'session'>;
  readonly blockId?: Id<'block'>;
  readonly groupId?: Id<'group'>;
  /** What the list is read out as: the group's name, "Plenary". */
  readonly label: string;
  /** A programme's own words for the sides. */
  readonly sideLabels?: SideLabels | null;
}

export const CaptureStream = (props: CaptureStreamProps) => {
  const { scope, sessionId, blockId, groupId } = props;
  const place = useMemo(
    (): LinePlace => ({ scope, sessionId, ...(blockId && { blockId }), ...(groupId && { groupId }) }),
    [scope, sessionId, blockId, groupId],
  );
  const sorted = useRef<Sorted>(null);
  return (
    <LineSort sorted={sorted}>
      <Stream
        key={draftKeyOf(place)}
        place={place}
        sortedRef={sorted}
        label={props.label}
        sideLabels={props.sideLabels}
      />
    </LineSort>
  );
};

/** How many lines are drawn at first, from the end; earlier ones come when they are asked for. */
const drawnAtFirst = 40;

interface StreamProps extends Pick<CaptureStreamProps, 'label' | 'sideLabels'> {
  readonly place: LinePlace;
  readonly sortedRef: RefObject<Sorted | null>;
}

const Stream = ({ place, sortedRef, label, sideLabels }: StreamProps) => {
  const t = useTranslations('captures');
  const sides = useSideWords(sideLabels);
  const slot = useDraftSlot(place);
  const places = useLive(() => placesIn(place.scope), [place.scope]);
  // A line that was just saved is on screen before anything is read back.
  const read = useLiveAfterPaint(() => deliveredLines(place), [place]);
  const lines = useStableLines(read?.lines);
  const { held, end, showFound, retry, drop } = useHeldLines(place, lines, draftKeyOf(place));
  const [reopened, setReopened] = useState<ReadonlySet<string>>(new Set());
  const [drawn, setDrawn] = useState(drawnAtFirst);
  const [editing, setEditing] = useState<string>();
  const [kindOpen, setKindOpen] = useState<string>();
  const [menu, setMenu] = useState<string>();
  const [details, setDetails] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const bar = useRef<CaptureBarHandle>(null);
  useKeyboardInset();

  const all = useMemo(() => withHeld(lines ?? [], held), [lines, held]);
  const prefix = places && refPrefix(place, places.blocks, places.groups);
  const refAt = useCallback((index: number) => (prefix === undefined ? '' : captureRef(prefix, index + 1)), [prefix]);
  const refOf = (id: string) => refAt(all.findIndex((line) => line.id === id));
  const { acts, refusal } = useLineActs({ lines: lines ?? [], refOf });

  useEffect(() => {
    if (slot) showFound(slot.found);
  }, [slot, showFound]);
  useEffect(() => void openTextEdits(place.scope).then(setReopened, () => undefined), [place.scope]);
  useOpenEdit('capture', place.scope, setDetails, (field) => field !== 'text');
  useOpenEdit('photo', place.scope, (id) => void lineOfPhoto(id).then((line) => line && setDetails(line)));

  const focusLine = useCallback((id: string, part: string) => {
    list.current?.querySelector<HTMLElement>(`[data-capture-id="${id}"] ${part}`)?.focus();
  }, []);
  /** A row that was put elsewhere has lost the focus on its way. */
  const refocus = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (refocus.current) focusLine(refocus.current, '[data-handle]');
    refocus.current = undefined;
  }, [lines, focusLine]);

  // The end of the list is where one writes: at the first sight of it, and after each ended line.
  const seen = useRef({ lines: false, held: 0 });
  useLayoutEffect(() => {
    const first = lines !== undefined && !seen.current.lines;
    if (first || held.length > seen.current.held) window.scrollTo({ top: document.documentElement.scrollHeight });
    seen.current = { lines: lines !== undefined, held: held.length };
  }, [lines, held]);

  // A photo that was just put on the last line is seen whole.
  const lastPhotos = read?.photos.get(all.at(-1)?.id ?? '') ?? 0;
  const sawPhotos = useRef(Number.POSITIVE_INFINITY);
  useLayoutEffect(() => {
    if (lastPhotos > sawPhotos.current) window.scrollTo({ top: document.documentElement.scrollHeight });
    sawPhotos.current = read ? lastPhotos : Number.POSITIVE_INFINITY;
  }, [read, lastPhotos]);

  const dropFound = useCallback(
    async (line: HeldLine) => {
      await drop(line);
      const draft = draftOf(line.draftKey ?? draftKeyOf(place), place, line);
      const undo = () => {
        drafts.write(draft);
        showFound([draft]);
      };
      offerUndo({ done: t('found.dropped'), undo });
    },
    [drop, place, showFound, t],
  );

  const rowActs = useMemo(
    (): LineActs => ({
      ...acts,
      edit: (id, by) => {
        setEditing((now) => (id === undefined ? undefined : (id ?? now)));
        if (id === undefined) setReopened(new Set());
        if (by === 'enter' || by === 'escape') bar.current?.focus();
      },
      openKind: setKindOpen,
      openMenu: setMenu,
      openDetails: setDetails,
      pickKind: (line, kind, category) => {
        if (kind !== 'barrier' || category) setKindOpen(undefined);
        acts.pickKind(line, kind, category);
      },
      step: (line, by) => {
        refocus.current = line.id;
        void acts.step(line, by);
      },
      focusBeside: (id, by) => {
        const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-capture-id]') ?? [])];
        const next = rows[rows.findIndex((row) => row.dataset.captureId === id) + by];
        if (next?.dataset.captureId) focusLine(next.dataset.captureId, '[data-line-text]');
        else if (by === 1) bar.current?.focus();
      },
      focusTyped: () => bar.current?.focus(),
      retry: (line) => void retry(line),
      drop: (line) => void dropFound(line),
    }),
    [acts, dropFound, focusLine, retry],
  );

  const lastLine = all.at(-1)?.id;
  const leaveUp = useCallback(() => {
    if (lastLine) focusLine(lastLine, '[data-line-text]');
  }, [lastLine, focusLine]);
  const closeKind = useCallback(() => setKindOpen(undefined), []);
  useClearOfBar(list, kindOpen, lines);
  const hidden = Math.max(0, all.length - drawn);
  sortedRef.current = {
    onDrop: (id, index) => {
      const line = lines?.find((one) => one.id === id);
      if (line) acts.place(line, index + hidden);
    },
    renderPicture: (id) => {
      const line = all.find((one) => one.id === id);
      return line ? (
        <>
          <KindIcon kind={line.kind ?? 'note'} />
          <span className={styles.floating}>{line.text}</span>
        </>
      ) : null;
    },
  };
  const menuLine = lines?.find(({ id }) => id === menu);

  return (
    <>
      <section aria-label={label} className={styles.stream}>
        {hidden > 0 ? (
          <Button className={styles.earlier} onClick={() => setDrawn(drawn + 200)}>
            {t('earlier', { count: hidden })}
          </Button>
        ) : null}
        {lines === undefined ? <Loading label={t('loading')} /> : null}
        {lines?.length === 0 && held.length === 0 ? <EmptyStream sides={sides} /> : null}
        <ol ref={list} className={styles.lines} aria-label={t('lines', { label })}>
          <LineList
            lines={all}
            hidden={hidden}
            refAt={refAt}
            delivery={read?.delivery}
            photos={read?.photos}
            sides={sides}
            editing={editing}
            reopened={reopened}
            kindOpen={kindOpen}
            acts={rowActs}
          />
        </ol>
        <CommitProblem failure={refusal?.failure} onRetry={refusal?.retry} />
        <CaptureBar
          ref={bar}
          place={place}
          slot={slot}
          sides={sides}
          nextRef={refAt(all.length)}
          refOf={refOf}
          quiet={kindOpen !== undefined}
          onEnd={end}
          onLeaveUp={leaveUp}
          onUse={closeKind}
        />
      </section>
      {menuLine ? (
        <LineMenu
          line={menuLine}
          reference={refOf(menuLine.id)}
          place={place}
          sides={sides}
          first={lines?.[0] === menuLine}
          last={lines?.at(-1) === menuLine}
          acts={{
            ...acts,
            edit: ({ id }) => setEditing(id),
            step: (line, by) => void acts.step(line, by),
            details: ({ id }) => setDetails(id),
          }}
          onClose={() => setMenu(undefined)}
        />
      ) : null}
      {details ? <CaptureSheet captureId={details as Id<'capture'>} onClose={() => setDetails(undefined)} /> : null}
    </>
  );
};

/** A held line that has just been read back is one line. */
function withHeld(lines: readonly Line[], held: readonly HeldLine[]): readonly (Line | HeldLine)[] {
  const there = new Set<string>(lines.map(({ id }) => id));
  return [...lines, ...held.filter(({ id }) => !there.has(id))];
}
