/** On plain http from another machine nothing works offline: said first, in words, with the way out. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Problem } from '#ui/problem.tsx';
import styles from './notice.module.css';

export const InsecureNotice = () => {
  const t = useTranslations('app');
  const [seen, setSeen] = useState(false);
  if (window.isSecureContext || seen) return null;
  return (
    <div className={styles.notice}>
      <Problem
        role="status"
        heading={t('insecure.heading')}
        happened={t('insecure.happened')}
        safe={t('insecure.advice')}
        advice={
          <>
            <strong className={styles.how}>{t('insecure.how')}</strong>
            <ul>
              <li>{t('insecure.howCertificate')}</li>
              <li>{t('insecure.howProxy')}</li>
              <li>{t('insecure.howSame')}</li>
            </ul>
          </>
        }
        actions={<Button onClick={() => setSeen(true)}>{t('insecure.goOn')}</Button>}
      />
    </div>
  );
};
