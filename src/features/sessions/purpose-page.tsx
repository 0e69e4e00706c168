/** The purpose of a session: what it is, when, where, why, and for whom. Nothing is required; a draft is normal. */
import { Button } from '@mantine/core';
import { IconArrowRight, IconFileText } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { sessionStatuses, sessionTypes } from '#domain/nouns/vocabulary.ts';
import { RecordField } from '#parts/record-field.tsx';
import { useWrites } from '#parts/use-writes.tsx';
import { record } from '#storage/queries/records.ts';
import type { Entity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { SelectField } from '#ui/field.tsx';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/section.tsx';
import { setSession } from './commands.ts';
import { DayList } from './day-list.tsx';
import { OutputList } from './output-list.tsx';
import { ProgrammeHeading } from './programme-facts.tsx';
import styles from './sessions.module.css';

interface PurposePageProps {
  readonly sessionId: Id<'session'>;
  /** How many of each side are wanted. */
  readonly quotas?: ReactNode;
}

export const PurposePage = ({ sessionId, quotas }: PurposePageProps) => {
  const app = useTranslations('app');
  const session = useLive(() => record('session', sessionId), [sessionId]);
  return session ? <Purpose session={session} quotas={quotas} /> : <Loading label={app('loading')} lines={6} />;
};

const Purpose = ({ session, quotas }: { readonly session: Entity<'session'>; readonly quotas: ReactNode }) => {
  const t = useTranslations('sessions.purpose');
  const app = useTranslations('app.empty');
  const fields = useTranslations('nouns.session');
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button component={Link} to="../report" variant="subtle" leftSection={<IconFileText aria-hidden />}>
          {t('report')}
        </Button>
      }
      primary={
        <Button component={Link} to="../agenda" variant="filled" rightSection={<IconArrowRight aria-hidden />}>
          {t('next')}
        </Button>
      }
    >
      <div className={styles.fields}>
        <div className={styles.title}>
          <RecordField
            record={session}
            field="title"
            label={fields('title')}
            placeholder={t('titleHint')}
            multiline
            minRows={1}
          />
        </div>
        <TypeAndStatus session={session} />
      </div>
      <Section title={t('whenWhere')}>
        <div className={styles.fields}>
          <DayList session={session} />
          <div className={styles.two}>
            <RecordField record={session} field="venue" label={fields('venue')} placeholder={app('toBeConfirmed')} />
            <RecordField record={session} field="host" label={fields('host')} />
          </div>
        </div>
      </Section>
      <Section title={t('why')}>
        <div className={styles.fields}>
          <RecordField record={session} field="aim" label={fields('aim')} multiline />
          <RecordField record={session} field="requirement" label={fields('requirement')} multiline />
        </div>
      </Section>
      <Section title={t('outputs')} note={t('outputsNote')}>
        <OutputList
          owner={{ noun: 'output', scope: session.scope, sessionId: session.id }}
          example={t('outputExample')}
        />
      </Section>
      <Section title={t('who')}>
        <div className={styles.fields}>
          <RecordField
            record={session}
            field="participantsNote"
            label={fields('participantsNote')}
            multiline
            hideLabel
          />
          {quotas}
        </div>
      </Section>
      {session.programmeId ? (
        <Section
          title={t('programme')}
          note={t('programmeNote')}
          actions={<Link to={`/programme/${session.programmeId}`}>{t('aboutProgramme')}</Link>}
        >
          <ProgrammeHeading programmeId={session.programmeId} />
        </Section>
      ) : null}
    </Page>
  );
};

const TypeAndStatus = ({ session }: { readonly session: Entity<'session'> }) => {
  const app = useTranslations('app.empty');
  const fields = useTranslations('nouns.session');
  const words = useTranslations('words');
  const { write, problem } = useWrites();
  return (
    <div className={styles.two}>
      <SelectField
        label={fields('type')}
        value={session.type ?? ''}
        onChange={(picked) => void write(() => setSession(session, { type: picked || null }))}
        emptyLabel={app('notSaid')}
        options={sessionTypes.map((value) => ({ value, label: words(`sessionType.${value}`) }))}
      />
      <SelectField
        label={fields('status')}
        value={session.status ?? 'draft'}
        onChange={(picked) => {
          if (picked !== '') void write(() => setSession(session, { status: picked }));
        }}
        options={sessionStatuses.map((value) => ({ value, label: words(`sessionStatus.${value}`) }))}
      />
      {problem}
    </div>
  );
};
