/** A newer version waits: offered where nobody types, put on only when a person says so. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { applyUpdate, useUpdates } from './service-worker.ts';
import styles from './update-notice.module.css';

export const UpdateNotice = () => {
  const t = useTranslations('app');
  const ready = useUpdates((updates) => updates.updateReady);
  const [later, setLater] = useState(false);
  if (!ready || later) return null;
  return (
    <div role="status" className={styles.notice}>
      <p className={styles.words}>
        <strong>{t('update.heading')}</strong> {t('update.advice')}
      </p>
      <div className={styles.actions}>
        <Button variant="subtle" onClick={() => setLater(true)}>
          {t('update.later')}
        </Button>
        <Button onClick={() => void applyUpdate()}>{t('update.now')}</Button>
      </div>
    </div>
  );
};
