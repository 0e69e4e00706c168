/**
 * One field of a record being edited: on the disk at every key, a record when the edit ends (blur or Enter),
 * and back on screen with its text after a crash.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NounName } from '#domain/registry.ts';
import { nouns } from '#domain/registry.ts';
import { type Context, joinContexts } from '#replication/cell.ts';
import { otherValues, seenContext } from '#replication/packed.ts';
import { drafts, onDraftFailure } from '#storage/browser-drafts.ts';
import { type Change, change } from '#storage/change.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { leftDraft } from '#storage/live-pages.ts';
import type { Entity } from '#storage/row.ts';
import { commit } from '#storage/this-device.ts';

export interface FieldBinding {
  readonly value: string;
  /** Values written by people who had not seen the shown one; empty in the normal case. */
  readonly others: readonly string[];
  readonly onChange: (value: string, caret?: number) => void;
  /** Where the caret stood, of a text that a killed browser gives back. */
  readonly caret: number | undefined;
  /** Ends the edit: call it on blur and on Enter. */
  readonly finish: () => Promise<void>;
  /** Makes `value` the only value: choosing or joining what two people wrote. */
  readonly settle: (value: string) => Promise<void>;
  readonly failure: CommitFailure | undefined;
}

interface Edit {
  readonly text: string;
  readonly seen: Context;
  /** Written; shown until the record's own row has caught up. */
  readonly done: boolean;
}

type StringField<N extends NounName> = keyof Entity<N> & string;

/** Binds a text or one-line field of `record` to an input. An empty one-line field becomes null. */
export function useField<N extends NounName>(record: Entity<N>, field: StringField<N>): FieldBinding {
  const key = `${record.noun}:${record.id}:${field}`;
  const [edit, setEdit] = useState<Edit>();
  const [caret, setCaret] = useState<number>();
  const [failure, setFailure] = useState<CommitFailure>();
  const latest = useRef({ edit, record });
  latest.current = { edit, record };

  const show = useCallback((next: Edit | undefined) => {
    latest.current = { ...latest.current, edit: next };
    setEdit(next);
  }, []);

  useEffect(() => {
    let open = true;
    void leftDraft(key).then((row) => {
      if (!open || !row || latest.current.edit !== undefined) return;
      show({ text: row.text, seen: row.seen ?? {}, done: false });
      setCaret(row.caret);
    });
    return () => {
      open = false;
    };
  }, [key, show]);

  useEffect(() => {
    if (latest.current.edit?.done === true) show(undefined);
  }, [record.row, show]);

  useEffect(() => onDraftFailure((problem, draft) => draft.key === key && setFailure(problem)), [key]);

  const shown = typeof record[field] === 'string' ? (record[field] as string) : '';

  const type = useCallback(
    (text: string, seen: Context, at = text.length) => {
      const { record: of } = latest.current;
      show({ text, seen, done: false });
      const about = { noun: of.noun, id: of.id, scope: of.scope, field };
      drafts.write({ key, text, caret: at, at: Date.now(), seen, about });
    },
    [field, key, show],
  );

  const write = useCallback(
    async (text: string, seen: Context) => {
      const { record: now } = latest.current;
      const value = text.trim();
      const isText = (nouns[now.noun].fields as Record<string, { merge: string }>)[field]?.merge === 'text';
      const parts = isText
        ? { write: { [field]: { value, seen } } }
        : { set: { [field]: value === '' ? null : value } };
      await drafts.finish(key);
      const written = await commit([change(now.noun, now, parts as Omit<Change<N>, 'noun' | 'id' | 'scope'>)], {
        finishing: [key],
      });
      setFailure(written.ok ? undefined : written.error);
      const { edit: since } = latest.current;
      if (!written.ok || !since) return;
      const after = written.value.seen[0]?.[field] ?? seen;
      if (since.text === text) show({ text: value, seen: after, done: true });
      // Typed on meanwhile: that goes on from what was written, and its draft ended with this.
      else type(since.text, joinContexts(since.seen, after));
    },
    [field, key, show, type],
  );

  const onChange = useCallback(
    (text: string, at?: number) => {
      const { edit: now, record: of } = latest.current;
      type(text, now?.seen ?? seenContext(of.row, field), at);
    },
    [field, type],
  );

  /** What ends an edit waits for what ended one before: Enter and leaving the field just after are one end, not two. */
  const last = useRef(Promise.resolve());
  const inTurn = useCallback((work: () => Promise<void>) => (last.current = last.current.then(work)), []);

  const finish = useCallback(
    () =>
      inTurn(async () => {
        const { edit: now, record: of } = latest.current;
        if (!now || now.done) return;
        if (now.text.trim() === (of[field] ?? '') && otherValues(of.row, field).length === 0) {
          await drafts.discard(key);
          show(undefined);
        } else await write(now.text, now.seen);
      }),
    [field, inTurn, key, show, write],
  );

  // Leaving the screen ends the edit as leaving the field does.
  useEffect(() => () => void finish(), [finish]);

  const settle = useCallback(
    (value: string) => {
      const seen = seenContext(latest.current.record.row, field);
      show({ text: value, seen, done: false });
      return inTurn(() => write(value, seen));
    },
    [field, inTurn, show, write],
  );

  const value = edit?.text ?? shown;
  return { value, caret, others: otherValues(record.row, field), onChange, finish, settle, failure };
}
