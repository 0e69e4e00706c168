/** What a tap on a row does, with its undo; and which row is being edited or has its kinds open. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { BarrierCategory, Kind, Side } from '#domain/nouns/vocabulary.ts';
import type { CommitFailure } from '#storage/commit.ts';
import type { LinePlace } from '#storage/queries/captures.ts';
import { offerUndo } from '#ui/undo.ts';
import { firstWords } from './first-words.ts';
import {
  deleteLines,
  kindFacts,
  moveBack,
  moveTo,
  orderAt,
  restoreFacts,
  setFacts,
  type Line,
  type LineFacts,
  type Outcome,
} from './commands.ts';

export interface Refusal {
  readonly failure: CommitFailure;
  readonly retry: () => void;
}

interface Context {
  readonly lines: readonly Line[];
  readonly refOf: (id: string) => string;
}

export function useLineActs(context: Context) {
  const t = useTranslations('captures.done');
  const words = useTranslations('words.kind');
  const [refusal, setRefusal] = useState<Refusal>();
  const latest = useRef(context);
  latest.current = context;

  /** Does it, says so, and offers to take it back. What the disk refused is told, and can be tried again. */
  const act = useCallback(async function act(
    does: () => Outcome,
    done?: string,
    undoes?: () => Outcome,
  ): Promise<void> {
    const failure = await does();
    setRefusal(failure && { failure, retry: () => void act(does, done, undoes) });
    if (failure || !done || !undoes) return;
    offerUndo({ done, undo: () => act(undoes) });
  }, []);

  const set = useCallback(
    (line: Line, facts: LineFacts, done?: string) =>
      act(
        () => setFacts([line], facts),
        done,
        () => restoreFacts([line], facts),
      ),
    [act],
  );

  const acts = useMemo(() => {
    const ref = (line: Line) => latest.current.refOf(line.id);
    /** Moved or deleted, it leaves its number to another line. */
    const called = (line: Line) => {
      const words = firstWords(line.text);
      return words === '' ? ref(line) : t('quoted', { words });
    };
    const place = (line: Line, index: number) =>
      set(line, { order: orderAt(latest.current.lines, line, index) }, t('moved', { line: called(line) }));
    return {
      /** For fields that show what they hold, and so need no undo. */
      set: (line: Line, facts: LineFacts) => void set(line, facts),
      pickKind: (line: Line, kind: Kind, category?: BarrierCategory) =>
        void set(
          line,
          kindFacts(kind, category),
          line.kind === kind ? undefined : t('kind', { ref: ref(line), kind: words(kind) }),
        ),
      pickSide: (line: Line, side: Side | undefined) => void set(line, { side: side ?? null }),
      star: (line: Line) =>
        void set(
          line,
          { starred: line.starred !== true },
          t(line.starred ? 'unstarred' : 'starred', { ref: ref(line) }),
        ),
      verbatim: (line: Line) =>
        void set(
          line,
          { verbatim: line.verbatim !== true },
          t(line.verbatim ? 'notVerbatim' : 'verbatim', { ref: ref(line) }),
        ),
      step: async (line: Line, by: -1 | 1): Promise<void> => {
        const { lines } = latest.current;
        const to = lines.findIndex(({ id }) => id === line.id) + by;
        if (to >= 0 && to < lines.length) await place(line, to);
      },
      /** `index` counts the lines without this one, from 0. */
      place: (line: Line, index: number) => {
        if (latest.current.lines.findIndex(({ id }) => id === line.id) !== index) void place(line, index);
      },
      moveTo: (line: Line, target: LinePlace, name: string) =>
        void act(
          () => moveTo(target, [line]),
          t('movedTo', { line: called(line), name }),
          () => moveBack([line]),
        ),
      remove: (line: Line) =>
        void act(
          () => deleteLines([line]),
          t('removed', { line: called(line) }),
          () => deleteLines([line], false),
        ),
    };
  }, [act, set, t, words]);

  return { acts, refusal };
}
