/** The last five minutes of a day: actions, decisions, issues, lessons; what is safe; the documents; closing. */
import { Button } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import type { CommitFailure } from '#storage/commit.ts';
import { record } from '#storage/queries/records.ts';
import { useLive } from '#storage/use-live.ts';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/section.tsx';
import { offerUndo } from '#ui/undo.ts';
import { setClosed } from './commands.ts';
import { LikelyOwners } from './likely-owners.tsx';
import { OpenActions } from './open-actions.tsx';
import { wrapUpKinds } from './wrap-up-kinds.ts';
import { WrapUpList } from './wrap-up-list.tsx';
import styles from './closing.module.css';

interface ClosePageProps {
  readonly sessionId: Id<'session'>;
  /** Is everything safe? Answered from receipts. */
  readonly dayEndCheck?: ReactNode;
  readonly onOpenCapture?: (id: Id<'capture'>) => void;
}

export const ClosePage = ({ sessionId, dayEndCheck, onOpenCapture }: ClosePageProps) => {
  const t = useTranslations('close');
  const format = useFormatter();
  const [failure, setFailure] = useState<CommitFailure>();
  const session = useLive(() => record('session', sessionId), [sessionId]);
  if (!session) return <Loading label={t('loading')} lines={6} />;

  const isClosed = session.status === 'closed' || session.status === 'archived';
  const close = async (closed: boolean) => {
    const written = await setClosed(session, closed);
    setFailure(written.ok ? undefined : written.error);
    if (written.ok && closed) offerUndo({ done: t('sessionClosed'), undo: () => setClosed(session, false) });
  };

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      primary={
        <Button
          component={Link}
          to={`/session/${sessionId}/report`}
          variant="filled"
          leftSection={<IconFileText aria-hidden />}
        >
          {t('toDocuments')}
        </Button>
      }
    >
      <CommitProblem failure={failure} />
      <LikelyOwners sessionId={sessionId} />
      {wrapUpKinds.map((kind) => (
        <WrapUpList key={kind} kind={kind} session={session} onOpen={onOpenCapture} />
      ))}
      {dayEndCheck ? <Section title={t('safe')}>{dayEndCheck}</Section> : null}
      <Section
        title={
          isClosed && session.closedAt
            ? t('closed', { date: format.dateTime(session.closedAt, { dateStyle: 'long' }) })
            : t('closeSession')
        }
        note={t('closeNote')}
      >
        {isClosed ? null : <OpenActions session={session} />}
        <div className={styles.closeButton}>
          <Button variant="default" onClick={() => void close(!isClosed)}>
            {isClosed ? t('reopen') : t('closeSession')}
          </Button>
        </div>
      </Section>
    </Page>
  );
};
