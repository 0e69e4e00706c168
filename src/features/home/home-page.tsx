/** Home: start a session, go on where one was, look at an example. It asks for nothing and shows no figures of its own. */
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { IconArchive, IconTicket } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { emptyProgrammes, sessionOverviews } from '#storage/queries/sessions.ts';
import { useLive } from '#storage/use-live.ts';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/section.tsx';
import { HomeSessions } from './home-sessions.tsx';
import { StartButton } from './start-button.tsx';
import { UnfinishedList } from './unfinished-list.tsx';
import { useToday } from './use-today.ts';
import styles from './home.module.css';

/** Whoever has been here before asks first which day it is, and then what is on. */
const spokenDay = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;

interface HomePageProps {
  /** The list of examples. */
  readonly examples?: ReactNode;
}

export const HomePage = ({ examples }: HomePageProps) => {
  const t = useTranslations('home');
  const app = useTranslations('app');
  const overviews = useLive(() => sessionOverviews(), []);
  const empty = useLive(emptyProgrammes, []);
  const format = useFormatter();
  const today = new Date(`${useToday()}T12:00:00Z`);
  const isFirstVisit = overviews?.length === 0;

  useEffect(() => {
    document.title = app('name');
  }, [app]);

  return (
    <Page
      title={<>{isFirstVisit ? app('tagline') : t('day', { day: format.dateTime(today, spokenDay) })}</>}
      lead={isFirstVisit ? t('what') : undefined}
    >
      <StartButton />
      <UnfinishedList />
      {overviews && empty ? (
        <HomeSessions overviews={overviews} empty={empty} />
      ) : (
        <Loading label={app('loading')} lines={3} />
      )}
      {examples}
      <Section title={t('otherWays')}>
        <div className={styles.ways}>
          <Button component={Link} to="/join" leftSection={<IconTicket aria-hidden />}>
            {t('join')}
          </Button>
          <Button component={Link} to="/device#restore" leftSection={<IconArchive aria-hidden />}>
            {t('restore')}
          </Button>
        </div>
      </Section>
    </Page>
  );
};
