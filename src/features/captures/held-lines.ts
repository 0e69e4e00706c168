/**
 * Lines that have been ended and are not read back from the store yet. They are on screen at once and say
 * "saved" only when the store has said so; one that could not be saved stays, with its draft and its reason.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type Id, newId, parseId } from '#domain/id.ts';
import { drafts, keepIfLeft } from '#storage/browser-drafts.ts';
import type { CommitFailure } from '#storage/commit.ts';
import type { DraftRow } from '#storage/database.ts';
import { ordersAfter } from '#storage/order.ts';
import { linesOf, type LinePlace } from '#storage/queries/captures.ts';
import { addLines, deleteLines, type Line, type NewLine } from './commands.ts';
import { draftOf, typedOf, type Typed } from './typed.ts';

export interface HeldLine extends Omit<NewLine, 'order'> {
  readonly saved: boolean;
  /** Why it is not saved. */
  readonly failure?: CommitFailure;
  /** A draft of its own, where it could not be saved. */
  readonly draftKey?: string;
}

export type LineChoice = Omit<Typed, 'text'>;

export interface HeldLines {
  readonly held: readonly HeldLine[];
  /** Ends lines typed in the draft `finishing`, where they are in one. */
  readonly end: (texts: readonly string[], choice: LineChoice, finishing: string | undefined) => Promise<EndedLines>;
  /** Lines that an earlier failure left, from their drafts. */
  readonly showFound: (found: readonly DraftRow[]) => void;
  readonly retry: (line: HeldLine) => Promise<void>;
  /** Takes a line that was not saved off the screen, and its draft off the disk. */
  readonly drop: (line: HeldLine) => Promise<void>;
}

export interface EndedLines {
  readonly ids: readonly Id<'capture'>[];
  readonly failure: CommitFailure | undefined;
  /** Takes them off the list: their text is in the typed line again. */
  readonly takeBack: () => void;
  /** Leaves them in the list, each with a draft of its own. */
  readonly keep: () => void;
  /** Deletes what was added. */
  readonly undo: () => Promise<CommitFailure | undefined>;
}

export function useHeldLines(place: LinePlace, lines: readonly Line[] | undefined, draftKey: string): HeldLines {
  const [held, setHeld] = useState<readonly HeldLine[]>([]);
  const last = useRef<{ order: string | undefined; isKnown: boolean }>({ order: undefined, isKnown: false });
  const target = useRef(place);
  target.current = place;

  const replace = useCallback((ids: ReadonlySet<string>, by: (line: HeldLine) => HeldLine | undefined) => {
    setHeld((now) => now.flatMap((line) => (ids.has(line.id) ? (by(line) ?? []) : line)));
  }, []);

  // What the store shows need not be held.
  useEffect(() => {
    last.current.order = greater(last.current.order, lines?.at(-1)?.order);
    if (lines) last.current.isKnown = true;
    if (lines) replace(new Set(lines.map(({ id }) => id)), () => undefined);
  }, [lines, replace]);

  const save = useCallback(
    async (ended: readonly HeldLine[], finishing: readonly string[], show?: () => void) => {
      const ids = new Set<string>(ended.map(({ id }) => id));
      const asDrafts = ended.map((line, at) => endedDraftOf(draftKey, target.current, line, at));
      const arrived = keepIfLeft(() => asDrafts);
      if (!last.current.isKnown) {
        const there = await linesOf(target.current).catch(() => []);
        last.current = { order: greater(last.current.order, there.at(-1)?.order), isKnown: true };
      }
      const orders = ordersAfter([{ order: last.current.order ?? null }], ended.length);
      last.current.order = orders.at(-1);
      const failure = await addLines(
        target.current,
        ended.map((line, at) => ({ ...line, order: orders[at] ?? '' })),
        finishing,
      );
      arrived();
      show?.();
      replace(ids, (line) => (failure ? { ...line, failure } : { ...line, saved: true, failure: undefined }));
      // Another tab may have moved or deleted it before it was read back here: the store has it, wherever it is.
      if (!failure) setTimeout(() => replace(ids, (line) => (line.saved ? undefined : line)), heldAtMostMs);
      return failure;
    },
    [draftKey, replace],
  );

  const end = useCallback(
    async (texts: readonly string[], choice: LineChoice, finishing: string | undefined): Promise<EndedLines> => {
      const ended = texts.map((text): HeldLine => ({ id: lineId(), text, ...choice, saved: false }));
      const ids = new Set<string>(ended.map(({ id }) => id));
      // The disk works while the screen is drawn. A draft that is being written goes before: the store keeps the order.
      if (finishing) void drafts.finish(finishing);
      // Most are on it before they could be drawn as not saved yet: those are drawn once.
      let isShown = false;
      const show = () => {
        if (!isShown) setHeld((now) => [...now, ...ended]);
        isShown = true;
      };
      setTimeout(show, drawnUnsavedAfterMs);
      const failure = await save(ended, finishing ? [finishing] : [], show);
      return {
        ids: ended.map(({ id }) => id),
        failure,
        takeBack: () => replace(ids, () => undefined),
        keep: () => {
          replace(ids, (line) => ({ ...line, draftKey: `${draftKey}:${line.id}` }));
          for (const line of ended) drafts.write(draftOf(`${draftKey}:${line.id}`, target.current, line));
        },
        undo: async () => {
          replace(ids, () => undefined);
          return deleteLines(ended.map(({ id }) => ({ id, scope: target.current.scope })));
        },
      };
    },
    [draftKey, replace, save],
  );

  const showFound = useCallback(
    (found: readonly DraftRow[]) => {
      const said = found.filter(({ text }) => text.trim() !== '');
      const rows = said.map(heldOf);
      setHeld((now) => [...rows.filter(({ draftKey: key }) => !now.some((line) => line.draftKey === key)), ...now]);
      // What was ended is not asked about again.
      const ended = rows.filter((_, at) => said[at]?.about.line !== undefined);
      if (ended.length > 0)
        void save(
          ended,
          ended.flatMap(({ draftKey: key }) => key ?? []),
        );
    },
    [save],
  );

  const retry = useCallback(
    async (line: HeldLine) => {
      if (line.draftKey) await drafts.finish(line.draftKey);
      await save([line], line.draftKey ? [line.draftKey] : []);
    },
    [save],
  );

  const drop = useCallback(
    async (line: HeldLine) => {
      replace(new Set([line.id]), () => undefined);
      if (line.draftKey) await drafts.discard(line.draftKey);
    },
    [replace],
  );

  return { held, end, showFound, retry, drop };
}

const heldAtMostMs = 10_000;
/** How long a line may be in neither the field nor the list. */
const drawnUnsavedAfterMs = 50;

const lineId = () => newId('capture', (bytes) => crypto.getRandomValues(bytes));

const greater = (a: string | undefined, b: string | null | undefined): string | undefined =>
  b === null || b === undefined ? a : a === undefined || b > a ? b : a;

/** The draft of an ended line: it says which record it is to be, and comes after the `before` that were ended with it. */
const endedDraftOf = (placeKey: string, place: LinePlace, line: HeldLine, before: number): DraftRow => {
  const draft = draftOf(line.draftKey ?? `${placeKey}:${line.id}`, place, line);
  return { ...draft, at: draft.at + before, about: { ...draft.about, line: line.id } };
};

const heldOf = (draft: DraftRow): HeldLine => ({
  id: parseId('capture', draft.about.line) ?? lineId(),
  ...typedOf(draft),
  saved: false,
  draftKey: draft.key,
});
