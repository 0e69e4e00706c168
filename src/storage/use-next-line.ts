/**
 * A text that becomes a record of its own when it ends, as one after the other is typed: an output, a block, an
 * action. The field is empty again at once, whatever the disk takes; lines are kept in the order they were ended.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import { drafts } from '#storage/browser-drafts.ts';
import type { CommitFailure } from '#storage/commit.ts';
import type { DraftRow } from '#storage/database.ts';
import { leftDraft } from '#storage/live-pages.ts';
import type { commit } from '#storage/this-device.ts';

export interface NextLine {
  readonly value: string;
  /** Where the caret stood, of a text that a killed browser gives back. */
  readonly caret: number | undefined;
  readonly onChange: (value: string, caret?: number) => void;
  /** Ends the line: call it on Enter and on the button. */
  readonly end: () => Promise<void>;
  readonly failure: CommitFailure | undefined;
}

interface NextLineOptions {
  readonly key: string;
  readonly about: DraftRow['about'];
  /** Keeps the trimmed text and ends the draft `key` in the same commit. */
  readonly keep: (text: string) => ReturnType<typeof commit>;
}

export function useNextLine({ key, about, keep }: NextLineOptions): NextLine {
  const [value, setValue] = useState('');
  const [caret, setCaret] = useState<number>();
  const [failure, setFailure] = useState<CommitFailure>();
  const latest = useRef({ value: '', about, keep });
  latest.current = { ...latest.current, about, keep };
  /** Lines on their way to the store. The draft is left alone meanwhile: it is what a killed browser brings back. */
  const gate = useRef({ busy: 0, isStale: false, last: Promise.resolve() });

  const show = useCallback((text: string) => {
    latest.current.value = text;
    setValue(text);
  }, []);

  const persist = useCallback(
    (at: number) => {
      const { value: text, about: where } = latest.current;
      gate.current.isStale = gate.current.busy > 0;
      if (gate.current.isStale) return;
      if (text === '') void drafts.discard(key);
      else drafts.write({ key, text, caret: at, at: Date.now(), about: where });
    },
    [key],
  );

  useEffect(() => {
    let open = true;
    void leftDraft(key).then((row) => {
      if (!open || !row || latest.current.value !== '') return;
      show(row.text);
      setCaret(row.caret);
    });
    return () => {
      open = false;
    };
  }, [key, show]);

  const onChange = useCallback(
    (text: string, at = text.length) => {
      show(text);
      persist(at);
    },
    [persist, show],
  );

  const end = useCallback(async () => {
    const line = latest.current.value.trim();
    if (line === '') return;
    show('');
    gate.current.busy += 1;
    const written = gate.current.last.then(async () => {
      await drafts.finish(key);
      return latest.current.keep(line);
    });
    gate.current.last = written.then(() => undefined);
    const result = await written;
    gate.current.busy -= 1;
    setFailure(result.ok ? undefined : result.error);
    if (!result.ok) show([line, latest.current.value].filter((text) => text !== '').join(' '));
    if (!result.ok || gate.current.isStale) persist(latest.current.value.length);
  }, [key, persist, show]);

  return { value, caret, onChange, end, failure };
}
