/** The one thing Home is for: a session is there after one tap, and everything about it can wait. */
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import type { CommitFailure } from '#storage/commit.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { startSession } from './commands.ts';
import styles from './home.module.css';

export const StartButton = () => {
  const t = useTranslations('home');
  const navigate = useNavigate();
  const [starting, setStarting] = useState(false);
  const [failure, setFailure] = useState<CommitFailure>();

  const start = async () => {
    if (starting) return;
    setStarting(true);
    const started = await startSession();
    setStarting(false);
    setFailure(started.ok ? undefined : started.error);
    if (started.ok) void navigate(`/session/${started.value}/purpose`);
  };

  return (
    <>
      <button type="button" className={styles.start} onClick={() => void start()}>
        <IconPlus aria-hidden size={36} />
        <span>
          <span className={styles.startWord}>{t('start')}</span>
          <span className={styles.startHint}>{t('startHint')}</span>
        </span>
      </button>
      <CommitProblem failure={failure} onRetry={() => void start()} />
    </>
  );
};
