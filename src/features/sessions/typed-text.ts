/** A text that is being typed and is part of a field of a record: on the disk at every key, and back after a crash. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { drafts } from '#storage/browser-drafts.ts';
import type { CommitFailure } from '#storage/commit.ts';
import type { DraftRow } from '#storage/database.ts';
import { leftDraft } from '#storage/live-pages.ts';
import type { commit } from '#storage/this-device.ts';

export interface TypedText {
  readonly value: string;
  /** Where the caret stood, of a text that a killed browser gives back. */
  readonly caret: number | undefined;
  readonly onChange: (value: string, caret?: number) => void;
  /** Hands the text on, where it differs from what is stored. */
  readonly finish: () => Promise<void>;
  readonly failure: CommitFailure | undefined;
}

interface TypedTextOptions {
  readonly key: string;
  readonly about: DraftRow['about'];
  /** Shown while nobody types. */
  readonly stored: string;
  /** Keeps the trimmed text and ends the draft in the same commit. */
  readonly keep: (text: string) => ReturnType<typeof commit>;
}

export function useTypedText({ key, about, stored, keep }: TypedTextOptions): TypedText {
  const [typed, setTyped] = useState<string>();
  const [restored, setRestored] = useState<number>();
  const [failure, setFailure] = useState<CommitFailure>();
  const latest = useRef({ typed, about, stored, keep });
  useEffect(() => {
    latest.current = { ...latest.current, about, stored, keep };
  });

  const show = useCallback((text: string | undefined) => {
    latest.current.typed = text;
    setTyped(text);
  }, []);

  const type = useCallback(
    (text: string, caret = text.length) => {
      show(text);
      drafts.write({ key, text, caret, at: Date.now(), about: latest.current.about });
    },
    [key, show],
  );

  useEffect(() => {
    let open = true;
    void leftDraft(key).then((row) => {
      if (!open || !row || latest.current.typed !== undefined) return;
      show(row.text);
      setRestored(row.caret);
    });
    return () => {
      open = false;
    };
  }, [key, show]);

  const finish = useCallback(async () => {
    const { typed: text, stored: before, keep: write } = latest.current;
    if (text === undefined) return;
    if (text.trim() === before) {
      show(undefined);
      return drafts.discard(key);
    }
    await drafts.finish(key);
    const written = await write(text.trim());
    setFailure(written.ok ? undefined : written.error);
    const since = latest.current.typed;
    if (!written.ok) return;
    // What was typed meanwhile had its draft ended with the text before it.
    if (since !== undefined && since !== text) type(since);
    else show(undefined);
  }, [key, show, type]);

  return { value: typed ?? stored, caret: restored, onChange: type, finish, failure };
}
