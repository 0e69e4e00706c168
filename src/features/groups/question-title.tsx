/** The title of a group is its question, written where it stands. Enter or leaving it ends the edit. */
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { useField } from '#storage/use-field.ts';
import { AlsoWritten } from '#ui/also-written.tsx';
import { useRestoredCaret } from '#ui/restored-caret.ts';
import type { Group } from './commands.ts';
import styles from './stream-page.module.css';

export const QuestionTitle = ({ group, name }: { readonly group: Group; readonly name: string }) => {
  const t = useTranslations('groups');
  const also = useTranslations('problems.also');
  const { value, caret, others, onChange, finish, settle, failure } = useField(group, 'question');
  const area = useRef<HTMLTextAreaElement>(null);
  const title = value || name;
  useRestoredCaret(area, caret);

  useEffect(() => {
    document.title = title;
  }, [title]);

  useLayoutEffect(() => {
    const element = area.current;
    if (!element || CSS.supports('field-sizing', 'content')) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight}px`;
  }, [value]);

  return (
    <div>
      <h1 className={styles.hiddenTitle}>{title}</h1>
      <textarea
        ref={area}
        className={styles.question}
        aria-label={t('questionOf', { name })}
        placeholder={t('askQuestion')}
        rows={1}
        maxLength={2000}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value, currentTarget.selectionStart)}
        onBlur={() => void finish()}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            event.currentTarget.blur();
          }
        }}
      />
      <AlsoWritten
        shown={value}
        others={others}
        onSettle={(text) => void settle(text)}
        words={{ title: also('title'), use: also('use'), keep: also('keep'), join: also('join') }}
      />
      <CommitProblem failure={failure} onRetry={() => void finish()} />
    </div>
  );
};
