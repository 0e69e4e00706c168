/** On an iPad outside the Home Screen: how to put it there, and that it starts empty there. */
import { IconShare2, IconSquarePlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { useSyncStatus } from '#sync/status.ts';
import { Mark } from '#ui/mark.tsx';
import styles from './install.module.css';

/** Safari on iPads and iPhones alone says whether a page stands on the Home Screen. */
const isInSafari = (): boolean => (navigator as { readonly standalone?: boolean }).standalone === false;

export const InstallSteps = () => {
  const t = useTranslations('device.install');
  const alone = useSyncStatus(({ pendingCount, refusedCount }) => pendingCount + refusedCount);
  const hasServer = useSyncStatus(({ server }) => server !== null);
  if (!isInSafari()) return null;
  return (
    <div className={styles.install}>
      <h3 className={styles.title}>{t('title')}</h3>
      <p>{t('why')}</p>
      <p className={styles.warning}>
        {t('warning')} {alone > 0 ? t('unsafe', { count: alone }) : hasServer ? t('safe') : null}
      </p>
      <ol className={styles.steps}>
        <li className={styles.step}>
          <span className={styles.picture}>
            <IconShare2 aria-hidden size={32} />
          </span>
          {t('share')}
        </li>
        <li className={styles.step}>
          <span className={styles.picture}>
            <IconSquarePlus aria-hidden size={32} />
          </span>
          {t('add')}
        </li>
        <li className={styles.step}>
          <span className={styles.picture}>
            <Mark size={36} />
          </span>
          {t('open')}
        </li>
      </ol>
    </div>
  );
};
