/** The one thing to do next with a block: start it, or say that it is done. */
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { Writes } from '#parts/use-writes.tsx';
import type { Entity } from '#storage/row.ts';
import { markBlock } from './commands.ts';
import styles from './agenda.module.css';

interface RunMarkProps {
  readonly block: Entity<'block'>;
  readonly session: Entity<'session'>;
  readonly isNext: boolean;
  readonly write: Writes['write'];
}

export const RunMark = ({ block, session, isNext, write }: RunMarkProps) => {
  const t = useTranslations('agenda');
  const isRunning = Boolean(block.startedAt) && !block.endedAt;
  if (!isRunning && !isNext) return null;
  return (
    <div className={styles.run}>
      <Button
        variant={isRunning ? 'filled' : 'default'}
        onClick={() => void write(() => markBlock(block, session, isRunning ? 'ended' : 'started'))}
      >
        {isRunning ? t('done') : t('start')}
      </Button>
    </div>
  );
};
