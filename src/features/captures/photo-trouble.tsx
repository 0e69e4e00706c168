/** Why a photo was not kept: what happened, that the line is, and what to do. */
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { Problem } from '#ui/problem.tsx';
import type { PhotoTrouble as Trouble } from './use-photo-taking.ts';

interface PhotoTroubleProps {
  readonly trouble: Trouble | undefined;
  readonly onRetry: (() => void) | undefined;
}

const words = {
  'storage/full': 'full',
  'photo/line-not-kept': 'lineNotKept',
  'picture/not-handed-over': 'notHandedOver',
  'picture/empty': 'empty',
  'picture/heic': 'heic',
  'picture/broken': 'broken',
} as const;

const hasWords = (type: string): type is keyof typeof words => type in words;

export const PhotoTrouble = ({ trouble, onRetry }: PhotoTroubleProps) => {
  const t = useTranslations('captures.photo.trouble');
  const problems = useTranslations('problems.commit');
  if (!trouble) return null;
  const { type } = trouble;
  if (!hasWords(type)) return <CommitProblem failure={trouble as never} onRetry={onRetry} />;
  const key = words[type];
  return (
    <Problem
      happened={t(`${key}.happened`)}
      safe={key === 'lineNotKept' ? undefined : t('safe')}
      advice={t(`${key}.advice`)}
      actions={
        onRetry ? (
          <Button variant="default" onClick={onRetry}>
            {problems('retry')}
          </Button>
        ) : undefined
      }
    />
  );
};
