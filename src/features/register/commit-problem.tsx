/** What kept a change from the disk, in words, with the way out. */
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { CommitFailure } from '#storage/commit.ts';
import { Problem } from '#ui/problem.tsx';

interface CommitProblemProps {
  readonly failure: CommitFailure | undefined;
  readonly onRetry?: () => void;
  /** What was being written is still to be seen. */
  readonly kept?: boolean;
}

const keys = {
  'storage/full': 'full',
  'storage/newer-version': 'newerVersion',
  'storage/lost': 'lost',
  'storage/unknown': 'unknown',
  'commit/invalid': 'invalid',
  'commit/scope-loading': 'scopeLoading',
} as const;

export const CommitProblem = ({ failure, onRetry, kept = false }: CommitProblemProps) => {
  const t = useTranslations('problems.commit');
  if (!failure) return null;
  const key = keys[failure.type];
  return (
    <Problem
      happened={t(`${key}.happened`)}
      safe={kept ? t('stillOnScreen') : undefined}
      advice={t(`${key}.advice`)}
      detail={JSON.stringify(failure)}
      detailLabel={t('detail')}
      actions={onRetry ? <Button onClick={onRetry}>{t('retry')}</Button> : undefined}
    />
  );
};
