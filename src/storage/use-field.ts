/**
 * One field of a record being edited: on the disk at every key, a record when the edit ends (blur or Enter),
 * and back on screen with its text after a crash.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { NounName } from '#domain/registry.ts';
import { nouns } from '#domain/registry.ts';
import type { Context } from '#replication/cell.ts';
import { otherValues, seenContext } from '#replication/packed.ts';
import { drafts, onDraftFailure } from '#storage/browser-drafts.ts';
import { type Change, change } from '#storage/change.ts';
import type { CommitFailure } from '#storage/commit.ts';
import type { Entity } from '#storage/row.ts';
import { commit, db } from '#storage/this-device.ts';

export interface FieldBinding {
  readonly value: string;
  /** Values written by people who had not seen the shown one; empty in the normal case. */
  readonly others: readonly string[];
  readonly onChange: (value: string, caret?: number) => void;
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
  const [failure, setFailure] = useState<CommitFailure>();
  const latest = useRef({ edit, record });
  latest.current = { edit, record };

  const show = useCallback((next: Edit | undefined) => {
    latest.current = { ...latest.current, edit: next };
    setEdit(next);
  }, []);

  useEffect(() => {
    let open = true;
    void db.drafts.get(key).then((row) => {
      if (open && row && latest.current.edit === undefined) show({ text: row.text, seen: row.seen ?? {}, done: false });
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

  const write = useCallback(
    async (value: string, seen: Context) => {
      const { record: now } = latest.current;
      const isText = (nouns[now.noun].fields as Record<string, { merge: string }>)[field]?.merge === 'text';
      const parts = isText
        ? { write: { [field]: { value, seen } } }
        : { set: { [field]: value === '' ? null : value } };
      await drafts.finish(key);
      const written = await commit([change(now.noun, now, parts as Omit<Change<N>, 'noun' | 'id' | 'scope'>)], {
        finishing: [key],
      });
      setFailure(written.ok ? undefined : written.error);
      if (written.ok && latest.current.edit?.text === value) {
        show({ text: value, seen: written.value.seen[0]?.[field] ?? seen, done: true });
      }
    },
    [field, key, show],
  );

  const onChange = useCallback(
    (text: string, caret = text.length) => {
      const { edit: now, record: of } = latest.current;
      const seen = now?.seen ?? seenContext(of.row, field);
      show({ text, seen, done: false });
      drafts.write({
        key,
        text,
        caret,
        at: Date.now(),
        seen,
        about: { noun: of.noun, id: of.id, scope: of.scope, field },
      });
    },
    [field, key, show],
  );

  const finish = useCallback(async () => {
    const { edit: now, record: of } = latest.current;
    if (!now || now.done) return;
    const value = now.text.trim();
    if (value === (of[field] ?? '') && otherValues(of.row, field).length === 0) {
      await drafts.discard(key);
      show(undefined);
    } else await write(value, now.seen);
  }, [field, key, show, write]);

  // Leaving the screen ends the edit as leaving the field does.
  useEffect(() => () => void finish(), [finish]);

  const settle = useCallback(
    async (value: string) => {
      show({ text: value, seen: seenContext(latest.current.record.row, field), done: false });
      await write(value, seenContext(latest.current.record.row, field));
    },
    [field, show, write],
  );

  return { value: edit?.text ?? shown, others: otherValues(record.row, field), onChange, finish, settle, failure };
}
