/** A line's text, edited where it stands: on the disk at each key, a record when the edit ends. */
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { useField } from '#storage/use-field.ts';
import type { Line } from './commands.ts';
import { LineArea, type LineAreaHandle } from './line-area.tsx';
import { LineConflict } from './line-conflict.tsx';

interface LineEditorProps {
  readonly line: Line;
  readonly reference: string;
  /** Reopened after a crash: it has its text and its caret back, and the focus where nobody types elsewhere. */
  readonly reopened: boolean;
  /** The edit has ended: by Enter, by Escape, or because the focus went elsewhere. */
  readonly onClose: (by: 'enter' | 'escape' | 'blur') => void;
}

export const LineEditor = ({ line, reference, reopened, onClose }: LineEditorProps) => {
  const t = useTranslations('captures.row');
  const field = useField(line, 'text');
  const [closing, setClosing] = useState<'enter' | 'escape' | 'blur'>();
  const area = useRef<LineAreaHandle>(null);

  useEffect(() => {
    if (!reopened) area.current?.focus(Number.MAX_SAFE_INTEGER);
  }, [reopened]);

  // It closes when the record has caught up, and stays open with its words when the disk refused.
  useEffect(() => {
    if (!closing) return;
    if (field.failure) setClosing(undefined);
    else if ((line.text ?? '') === field.value.trim()) onClose(closing);
  }, [closing, field.failure, field.value, line.text, onClose]);

  const finish = async (by: 'enter' | 'escape' | 'blur') => {
    await field.finish();
    setClosing((already) => already ?? by);
  };

  return (
    <>
      <LineArea
        ref={area}
        label={t('textOf', { ref: reference })}
        value={field.value}
        onChange={field.onChange}
        restoredCaret={reopened ? field.caret : undefined}
        onEnd={() => void finish('enter')}
        onBlur={() => void finish('blur')}
        onKey={(event) => {
          if (event.key === 'Escape') void finish('escape');
        }}
      />
      <LineConflict field={field} />
      <CommitProblem failure={field.failure} onRetry={() => void finish('enter')} />
    </>
  );
};
