/** A write that did not reach the disk: what happened, that the words are still on screen, and what to do. */
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import type { CommitFailure } from '#storage/commit.ts';
import { Problem } from '#ui/problem.tsx';

interface CommitProblemProps {
  readonly failure: CommitFailure | undefined;
  /** Offered where trying again can help. */
  readonly onRetry?: () => void;
}

export const CommitProblem = ({ failure, onRetry }: CommitProblemProps) => {
  const t = useTranslations('problems.commit');
  if (!failure) return null;
  const which = keyOf(failure);
  return (
    <Problem
      happened={t(`${which}.happened`)}
      safe={t('stillOnScreen')}
      advice={t(`${which}.advice`)}
      detail={detailOf(failure)}
      detailLabel={t('detail')}
      actions={
        onRetry ? (
          <Button variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        ) : undefined
      }
    />
  );
};

function keyOf(failure: CommitFailure) {
  switch (failure.type) {
    case 'storage/full':
      return 'full';
    case 'storage/newer-version':
      return 'newerVersion';
    case 'storage/lost':
      return 'lost';
    case 'commit/invalid':
      return 'invalid';
    case 'commit/scope-loading':
      return 'scopeLoading';
    case 'storage/unknown':
      return 'unknown';
  }
}

const detailOf = (failure: CommitFailure): string =>
  failure.type === 'commit/invalid'
    ? `${failure.type} ${failure.noun}.${failure.field}: ${failure.message}`
    : failure.type === 'storage/unknown'
      ? `${failure.type} ${failure.name}`
      : failure.type;
