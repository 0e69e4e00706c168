/** The next block, typed in the list: Enter adds it and keeps the focus. What is typed is on the disk at each key. */
import { Button } from '@mantine/core';
import { IconCoffee, IconPlus, IconToolsKitchen2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { drafts } from '#storage/browser-drafts.ts';
import type { CommitFailure } from '#storage/commit.ts';
import type { Entity } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';
import { TextField } from '#ui/field.tsx';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { addBlock } from './commands.ts';
import styles from './agenda.module.css';

interface AddBlockProps {
  readonly sessionId: Id<'session'>;
  readonly day: number;
  readonly blocks: readonly Entity<'block'>[];
}

export const AddBlock = ({ sessionId, day, blocks }: AddBlockProps) => {
  const t = useTranslations('agenda');

  const [title, setTitle] = useState('');
  const [failure, setFailure] = useState<CommitFailure>();
  const key = `block:${sessionId}:${day}`;

  useEffect(() => {
    void db.drafts.get(key).then((draft) => setTitle((typed) => typed || (draft?.text ?? '')));
  }, [key]);

  const onChange = (text: string, caret = text.length) => {
    setTitle(text);
    const about = { screen: 'agenda', scope: scopeOf('session', sessionId), sessionId, day: String(day) };
    drafts.write({ key, text, caret, at: Date.now(), about });
  };

  const add = async () => {
    const text = title.trim();
    if (text === '') return;
    await drafts.finish(key);
    const added = await addBlock(sessionId, blocks, { day, title: text }, key);
    setFailure(added.ok ? undefined : added.error);
    if (added.ok) setTitle((typed) => (typed.trim() === text ? '' : typed));
  };

  return (
    <div className={styles.add}>
      <div className={styles.addLine}>
        <TextField
          label={t('add')}
          placeholder={t('addHint')}
          value={title}
          onChange={onChange}
          onEnter={() => void add()}
        />
        <Button leftSection={<IconPlus aria-hidden />} disabled={title.trim() === ''} onClick={() => void add()}>
          {t('added')}
        </Button>
      </div>
      <div className={styles.quick}>
        <Button
          variant="default"
          leftSection={<IconCoffee aria-hidden />}
          onClick={() =>
            void addBlock(sessionId, blocks, { day, title: t('breakTitle'), durationMin: 15, category: 'break' })
          }
        >
          {t('addBreak')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconToolsKitchen2 aria-hidden />}
          onClick={() =>
            void addBlock(sessionId, blocks, {
              day,
              title: t('lunchTitle'),
              durationMin: 60,
              category: 'break',
              fixedStart: '12:30',
            })
          }
        >
          {t('addLunch')}
        </Button>
      </div>
      <CommitProblem failure={failure} onRetry={() => void add()} />
    </div>
  );
};
