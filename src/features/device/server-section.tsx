/** The server of this tablet in sentences: which, since when, when it last answered, how it stands, and what to do. */
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { knownRole } from '#storage/queries/invitable.ts';
import { type ServerCalls, type ServerFacts, type SyncStatus, useSyncStatus } from '#sync/status.ts';
import { Problem } from '#ui/problem.tsx';
import { Section } from '#ui/section.tsx';
import { dueCount, isTrouble, isTurnedAway, serverWords, type ServerTrouble } from './server-words.ts';
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
  const isOut = isTurnedAway(status);
  return (
    <>
      <p>
        {t('joined', { name: server.name, date: format.dateTime(server.joinedAt, { dateStyle: 'long' }) })}{' '}
        {lastAnswerAt === null ? t('neverAnswered') : t('answered', { age: age(lastAnswerAt, 'past') })}
      </p>
      {isTrouble(words) ? (
        <Trouble words={words} server={server} />
      ) : words === 'noServer' ? null : (
        <p role="status">
          {t(`state.${words}`)}
          {words === 'away' && status.nextTryAt !== null ? (
            <> {t('nextTry', { age: age(status.nextTryAt, 'future') })}</>
          ) : null}
        </p>
      )}
      {isOut ? null : <p className={styles.quiet}>{t(roleWords[knownRole(server.role)])}</p>}
      <div className={styles.actions}>
        {words === 'notOurServer' ||
        words === 'updateApp' ||
        (!isOut && dueCount(status) === 0) ||
        words === 'timeOver' ? (
          <Button onClick={calls.tryNow}>{day('tryNow')}</Button>
        ) : null}
        <Button component={Link} to="/join">
          {t(isOut ? 'joinAgain' : 'more')}
        </Button>
      </div>
    </>
  );
};

const roleWords = {
  coordinator: 'mayInvite',
  trainer: 'trainer',
  facilitator: 'mayNotInvite',
  viewer: 'viewer',
} as const;

const Trouble = ({ words, server }: { readonly words: ServerTrouble; readonly server: ServerFacts }) => {
  const t = useTranslations('device.server');
  const format = useFormatter();
  const { name, turnedAway, ask = [] } = server;
  const asked = turnedAway && turnedAway.ask.length > 0 ? turnedAway.ask : ask;
  // Names of tablets, as their people gave them: whoever has one can help.
  const names =
    asked.length === 0
      ? 'none'
      : format.list(
          asked.map((one) => t('quoted', { name: one })),
          { type: 'disjunction' },
        );
  return (
    <Problem
      role="status"
      happened={t(`${words}.happened`, { name })}
      safe={t(`${words}.safe`)}
      advice={t(`${words}.advice`, { names })}
    />
  );
};
