/** The browser deleted what was here: said until a person has read it, with the ways out. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { forgetVanished, vanishedStore } from '#storage/vanished-store.ts';
import { Problem } from '#ui/problem.tsx';
import styles from './device.module.css';

export const VanishedNotice = () => {
  const t = useTranslations('device.vanished');
  const format = useFormatter();
  const [since, setSince] = useState<number | null>(null);

  useEffect(() => {
    let open = true;
    void vanishedStore().then(
      (at) => open && setSince(at),
      // A store that does not open is told by the notice above every screen.
      () => undefined,
    );
    return () => {
      open = false;
    };
  }, []);
  if (since === null) return null;

  const read = async () => {
    await forgetVanished();
    setSince(null);
  };

  return (
    <div className={styles.notice}>
      <Problem
        role="status"
        heading={t('heading')}
        happened={t('happened', { date: format.dateTime(since, { dateStyle: 'long' }) })}
        safe={t('safe')}
        advice={t('advice')}
        actions={
          <>
            <Button component={Link} to="/join">
              {t('join')}
            </Button>
            <Button component={Link} to="/device#restore">
              {t('restore')}
            </Button>
            <Button variant="subtle" onClick={() => void read()}>
              {t('read')}
            </Button>
          </>
        }
      />
    </div>
  );
};
