/** A field of a record that a person writes in: kept at every key, with what else was written and what went wrong. */
import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import { type NounName, nouns } from '#domain/registry.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import type { Entity } from '#storage/row.ts';
import { useField } from '#storage/use-field.ts';
import { AlsoWritten } from '#ui/also-written.tsx';
import { TextArea, TextField } from '#ui/field.tsx';

interface RecordFieldProps<N extends NounName> {
  readonly record: Entity<N>;
  readonly field: keyof Entity<N> & string;
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly description?: string;
  readonly placeholder?: string;
  /** Grows with what is written; Enter begins a new line. */
  readonly multiline?: boolean;
  /** Of a text of several lines, before anything is written. */
  readonly minRows?: number;
  /** After Enter, when the text is written. */
  readonly onEnter?: () => void;
  /** After the field was left, with what stands in it. */
  readonly onLeave?: (value: string) => void;
  readonly ref?: Ref<HTMLInputElement>;
}

export const RecordField = <N extends NounName>({
  record,
  field,
  multiline = false,
  minRows,
  onEnter,
  onLeave,
  ref,
  ...rest
}: RecordFieldProps<N>) => {
  const t = useTranslations('problems.also');
  const { value, caret, others, onChange, finish, settle, failure } = useField(record, field);
  const input = {
    ...rest,
    value,
    onChange,
    restoredCaret: caret,
    onBlur: () => {
      void finish();
      onLeave?.(value.trim());
    },
    maxLength: maxLengthOf(record.noun, field),
  };
  return (
    <div>
      {multiline ? (
        <TextArea {...input} minRows={minRows} />
      ) : (
        <TextField {...input} ref={ref} onEnter={() => void finish().then(onEnter)} />
      )}
      <AlsoWritten
        shown={value}
        others={others}
        onSettle={(text) => void settle(text)}
        words={{ title: t('title'), use: t('use'), keep: t('keep'), join: t('join') }}
      />
      <CommitProblem failure={failure} onRetry={() => void finish()} />
    </div>
  );
};

interface Bounded {
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}

/** The most UTF-16 units that a field takes, as its noun declares. */
export const maxLengthOf = (noun: NounName, field: string): number | undefined => {
  const { schema } = (nouns[noun].fields as Readonly<Record<string, { readonly schema: unknown }>>)[field] ?? {};
  const bound = (schema as Bounded | undefined)?.pipe?.find(({ type }) => type === 'max_length')?.requirement;
  return typeof bound === 'number' ? bound : undefined;
};
