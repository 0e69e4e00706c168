/** The server of this tablet in sentences: which, since when, when it last answered, how it stands, and what to do. */
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { type ServerCalls, type ServerFacts, type SyncStatus, useSyncStatus } from '#sync/status.ts';
import { Problem } from '#ui/problem.tsx';
import { Section } from '#ui/section.tsx';
import { dueCount, isTrouble, serverWords, type ServerTrouble } from './server-words.ts';
import { useAge } from './use-age.ts';
import styles from './device.module.css';

export const ServerSection = ({ calls }: { readonly calls: ServerCalls }) => {
  const t = useTranslations('device.server');
  const status = useSyncStatus();
  return (
    <Section id="server" title={t('title')}>
      {status.server ? (
        <Joined status={status} server={status.server} calls={calls} />
      ) : status.counted ? (
        <>
          <p>{t('none')}</p>
          <p>{t('noneHow')}</p>
          <div className={styles.actions}>
            <Button component={Link} to="/join">
              {t('join')}
            </Button>
          </div>
        </>
      ) : (
        <p>{t('state.starting')}</p>
      )}
    </Section>
  );
};

interface JoinedProps {
  readonly status: SyncStatus;
  readonly server: ServerFacts;
  readonly calls: ServerCalls;
}

const Joined = ({ status, server, calls }: JoinedProps) => {
  const t = useTranslations('device.server');
  const day = useTranslations('device.dayEnd');
  const format = useFormatter();
  const age = useAge();
  const words = serverWords(status);
  const { lastAnswerAt } = server;
  return (
    <>
      <p>
        {t('joined', { name: server.name, date: format.dateTime(server.joinedAt, { dateStyle: 'long' }) })}{' '}
        {lastAnswerAt === null ? t('neverAnswered') : t('answered', { age: age(lastAnswerAt, 'past') })}
      </p>
      {isTrouble(words) ? (
        <Trouble words={words} name={server.name} />
      ) : words === 'noServer' ? null : (
        <p role="status">
          {t(`state.${words}`)}
          {words === 'away' && status.nextTryAt !== null ? (
            <> {t('nextTry', { age: age(status.nextTryAt, 'future') })}</>
          ) : null}
        </p>
      )}
      <p className={styles.quiet}>{t(server.role === 'coordinator' ? 'mayInvite' : 'mayNotInvite')}</p>
      <div className={styles.actions}>
        {words === 'notOurServer' || words === 'updateApp' || (words !== 'refusedDevice' && dueCount(status) === 0) ? (
          <Button onClick={calls.tryNow}>{day('tryNow')}</Button>
        ) : null}
        <Button component={Link} to="/join">
          {t(words === 'refusedDevice' ? 'joinAgain' : 'more')}
        </Button>
      </div>
    </>
  );
};

const Trouble = ({ words, name }: { readonly words: ServerTrouble; readonly name: string }) => {
  const t = useTranslations('device.server');
  return (
    <Problem
      role="status"
      happened={t(`${words}.happened`, { name })}
      safe={t(`${words}.safe`)}
      advice={t(`${words}.advice`)}
    />
  );
};
