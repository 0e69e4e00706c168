/** In place of the day-end check in an example: where it is, and that it is never sent. */
import { Button } from '@mantine/core';
import { IconDeviceTablet } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import styles from './day-end.module.css';

interface ExampleCheckProps {
  /** Where the check of what is no example is. */
  readonly details: string;
}

export const ExampleCheck = ({ details }: ExampleCheckProps) => {
  const t = useTranslations('device.dayEnd.example');
  return (
    <div className={styles.check} data-tone="tablet">
      <IconDeviceTablet aria-hidden size={40} className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.figures}>{t('figures')}</p>
        <p>{t('never')}</p>
        <div className={styles.actions}>
          <Button component={Link} to={details}>
            {t('rest')}
          </Button>
        </div>
      </div>
    </div>
  );
};
