/** One written field of a line, with what somebody else wrote in it at the same time. */
import { useTranslations } from 'use-intl';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { useField } from '#storage/use-field.ts';
import { TextArea, TextField } from '#ui/field.tsx';
import type { Line } from './commands.ts';
import { LineConflict } from './line-conflict.tsx';

export type WrittenField =
  'text' | 'who' | 'place' | 'when' | 'done' | 'result' | 'worked' | 'owner' | 'parties' | 'firstStep';

interface LineFieldProps {
  readonly line: Line;
  readonly field: WrittenField;
  readonly long?: boolean;
}

export const LineField = ({ line, field, long = false }: LineFieldProps) => {
  const noun = useTranslations('nouns.capture');
  const bound = useField(line, field);
  const shared = {
    label: noun(field),
    value: bound.value,
    onChange: bound.onChange,
    onBlur: () => void bound.finish(),
  };
  return (
    <div>
      {long ? <TextArea {...shared} /> : <TextField {...shared} onEnter={() => void bound.finish()} />}
      <LineConflict field={bound} />
      <CommitProblem failure={bound.failure} onRetry={() => void bound.finish()} />
    </div>
  );
};
