/** This tab cannot write any more: said above every screen, with the one thing to do. */
import { Button } from '@mantine/core';
import { useTranslations } from 'use-intl';
import { Problem } from '#ui/problem.tsx';
import styles from './notice.module.css';
import { useStorageTrouble } from './storage-watch.ts';

export const StorageNotice = () => {
  const t = useTranslations('problems.commit');
  const app = useTranslations('app');
  const failure = useStorageTrouble((trouble) => trouble.failure);
  if (!failure) return null;
  const which = failure.type === 'storage/newer-version' ? 'newerVersion' : 'lost';
  return (
    <div className={styles.notice}>
      <Problem
        happened={t(`${which}.happened`)}
        safe={t('stillOnScreen')}
        advice={t(`${which}.advice`)}
        actions={
          <Button variant="filled" onClick={() => window.location.reload()}>
            {app('do.reload')}
          </Button>
        }
      />
    </div>
  );
};
