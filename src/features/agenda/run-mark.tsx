/** How a block is run: started, done, and between which times. */
import { Button } from '@mantine/core';
import { useFormatter, useTranslations } from 'use-intl';
import type { Entity } from '#storage/row.ts';
import { markBlock } from './commands.ts';
import styles from './agenda.module.css';

interface RunMarkProps {
  readonly block: Entity<'block'>;
  readonly session: Entity<'session'>;
}

export const RunMark = ({ block, session }: RunMarkProps) => {
  const t = useTranslations('agenda');
  const format = useFormatter();
  const clock = (at: number) => format.dateTime(at, { hour: '2-digit', minute: '2-digit' });
  const { startedAt, endedAt } = block;

  if (startedAt && endedAt) {
    return <span className={styles.ran}>{t('asRun', { from: clock(startedAt), to: clock(endedAt) })}</span>;
  }
  const isRunning = Boolean(startedAt);
  return (
    <span className={styles.run}>
      {startedAt ? <span className={styles.ran}>{t('running', { from: clock(startedAt) })}</span> : null}
      <Button
        variant={isRunning ? 'filled' : 'default'}
        onClick={() => void markBlock(block, session, isRunning ? 'ended' : 'started')}
      >
        {isRunning ? t('done') : t('start')}
      </Button>
    </span>
  );
};
