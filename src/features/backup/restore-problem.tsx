/** Why a backup cannot be restored: each reason in its own words, and that nothing was changed. */
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '#ui/problem.tsx';
import type { RestoreProblem as Reason } from './use-restore.ts';

interface RestoreProblemProps {
  readonly problem: Reason;
  /** Of the file. */
  readonly name: string;
  readonly actions: ReactNode;
}

export const RestoreProblem = ({ problem, name, actions }: RestoreProblemProps) => {
  const t = useTranslations('reports.backup.problem');
  const detailLabel = useTranslations('problems.commit')('detail');
  const { happened, advice } = useSentences(problem, name);
  return (
    <Problem
      happened={happened}
      safe={t('safe')}
      advice={advice}
      detail={detailOf(problem)}
      detailLabel={detailLabel}
      actions={actions}
    />
  );
};

function useSentences(problem: Reason, name: string): { readonly happened: string; readonly advice: string } {
  const t = useTranslations('reports.backup.problem');
  switch (problem.type) {
    case 'backup/not-a-backup':
      return { happened: t('notBackup.happened', { name }), advice: t('notBackup.advice') };
    case 'backup/truncated':
      return problem.count === undefined
        ? { happened: t('cutEarly.happened'), advice: t('cutEarly.advice') }
        : { happened: t('cutOff.happened', { read: problem.read, count: problem.count }), advice: t('cutOff.advice') };
    case 'backup/damaged':
      return { happened: t('damaged.happened'), advice: t('damaged.advice') };
    case 'backup/newer-version':
      return { happened: t('newerFile.happened'), advice: t('newerFile.advice') };
    case 'backup/too-large':
      return {
        happened: t('tooLarge.happened', { megabytes: Math.round(problem.limitBytes / 1024 / 1024) }),
        advice: t('tooLarge.advice'),
      };
    case 'restore/unreadable':
      return {
        happened: t('unreadable.happened', { count: problem.count, total: problem.total }),
        advice: t('unreadable.advice'),
      };
    case 'file/unreadable':
      return { happened: t('noFile.happened', { name }), advice: t('noFile.advice') };
    case 'documents/failed':
      return { happened: t('stopped.happened'), advice: t('stopped.advice') };
    case 'storage/full':
      return { happened: t('full.happened'), advice: t('full.advice') };
    case 'storage/newer-version':
      return { happened: t('newerTab.happened'), advice: t('newerTab.advice') };
    case 'storage/lost':
      return { happened: t('lost.happened'), advice: t('lost.advice') };
    case 'storage/unknown':
      return { happened: t('unknown.happened'), advice: t('unknown.advice') };
  }
}

function detailOf(problem: Reason): string | undefined {
  switch (problem.type) {
    case 'documents/failed':
      return problem.detail;
    case 'restore/unreadable':
      return `${problem.type} ${problem.first}`;
    case 'backup/newer-version':
      return `${problem.type} ${problem.version} > ${problem.known}`;
    case 'storage/unknown':
      return `${problem.type} ${problem.name}`;
    default:
      return undefined;
  }
}
