/** One field of a person, on the disk at every key. */
import { useTranslations } from 'use-intl';
import { maxLineLength } from '#domain/person-columns.ts';
import type { Entity } from '#storage/row.ts';
import { useField } from '#storage/use-field.ts';
import { AlsoWritten } from '#ui/also-written.tsx';
import { TextArea, TextField } from '#ui/field.tsx';
import { CommitProblem } from './commit-problem.tsx';

interface PersonFieldProps {
  readonly person: Entity<'person'>;
  readonly field:
    | 'givenName'
    | 'familyName'
    | 'organisation'
    | 'function'
    | 'place'
    | 'phone'
    | 'email'
    | 'sector'
    | 'accessNeeds';
  readonly type?: 'text' | 'tel' | 'email';
  readonly inputMode?: 'tel' | 'email';
  readonly autoCapitalize?: 'none' | 'words';
  readonly long?: boolean;
}

export const PersonField = ({ person, field, long = false, ...rest }: PersonFieldProps) => {
  const t = useTranslations('nouns.person');
  const also = useTranslations('register.alsoWritten');
  const { value, caret, others, onChange, finish, settle, failure } = useField(person, field);
  const shared = {
    label: t(field),
    value,
    onChange,
    restoredCaret: caret,
    onBlur: () => void finish(),
  };
  return (
    <div>
      {long ? (
        <TextArea {...shared} maxLength={2000} />
      ) : (
        <TextField {...shared} {...rest} maxLength={maxLineLength} onEnter={() => void finish()} />
      )}
      <AlsoWritten
        shown={value}
        others={others}
        onSettle={(text) => void settle(text)}
        words={{ title: also('title'), use: also('use'), keep: also('keep'), join: also('join') }}
      />
      <CommitProblem failure={failure} kept onRetry={() => void finish()} />
    </div>
  );
};
