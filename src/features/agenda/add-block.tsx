/** The next block, typed in the list: Enter adds it and keeps the focus. What is typed is on the disk at each key. */
import { Button } from '@mantine/core';
import { IconCoffee, IconPlus, IconToolsKitchen2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { readTypedBlock } from '#domain/typed-block.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { useNextLine } from '#storage/use-next-line.ts';
import { TextField } from '#ui/field.tsx';
import { useKeptInView } from '#ui/use-kept-in-view.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { addBlock } from './commands.ts';
import styles from './agenda.module.css';

interface AddBlockProps {
  readonly sessionId: Id<'session'>;
  readonly day: number;
  /** How many blocks stand above it. */
  readonly above: number;
}

export const AddBlock = ({ sessionId, day, above }: AddBlockProps) => {
  const t = useTranslations('agenda');
  const [failure, setFailure] = useState<CommitFailure>();
  const field = useKeptInView<HTMLInputElement>(above);
  const key = `block:${sessionId}:${day}`;
  const next = useNextLine({
    key,
    about: { screen: 'agenda', scope: scopeOf('session', sessionId), sessionId, day: String(day) },
    keep: (typed) => addBlock(sessionId, { day, ...readTypedBlock(typed) }, key),
  });

  const add = async (block: Parameters<typeof addBlock>[1]) => {
    const added = await addBlock(sessionId, block);
    setFailure(added.ok ? undefined : added.error);
  };

  return (
    <div className={styles.add}>
      <div className={styles.addLine}>
        <TextField
          ref={field}
          label={t('add')}
          placeholder={t('addHint')}
          value={next.value}
          onChange={next.onChange}
          restoredCaret={next.caret}
          onEnter={() => void next.end()}
        />
        <Button
          leftSection={<IconPlus aria-hidden />}
          disabled={next.value.trim() === ''}
          onClick={() => void next.end()}
        >
          {t('added')}
        </Button>
      </div>
      <div className={styles.quick}>
        <Button
          variant="default"
          leftSection={<IconCoffee aria-hidden />}
          onClick={() => void add({ day, title: t('breakTitle'), durationMin: 15, category: 'break' })}
        >
          {t('addBreak')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconToolsKitchen2 aria-hidden />}
          onClick={() =>
            void add({ day, title: t('lunchTitle'), durationMin: 60, category: 'break', fixedStart: '12:30' })
          }
        >
          {t('addLunch')}
        </Button>
      </div>
      <CommitProblem failure={next.failure ?? failure} onRetry={next.failure && (() => void next.end())} />
    </div>
  );
};
