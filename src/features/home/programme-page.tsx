/** A programme: its sessions, by round where they have rounds, and what is known of it. */
import { IconPlus } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ComponentType } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { type Id, parseId } from '#domain/id.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import type { CommitFailure } from '#storage/commit.ts';
import { ReadOnlyNotice } from '#parts/read-only-notice.tsx';
import { record } from '#storage/queries/records.ts';
import { mayAddTo, scopeLimit } from '#storage/queries/scope-limit.ts';
import { sessionOverviews } from '#storage/queries/sessions.ts';
import type { Entity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { Empty } from '#ui/empty.tsx';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { Problem } from '#ui/problem.tsx';
import { Section } from '#ui/section.tsx';
import { TabsRow } from '#ui/tabs-row.tsx';
import { addSession } from './commands.ts';
import { byRound } from './session-list.ts';
import { SessionRows } from './session-row.tsx';

interface ProgrammePageProps {
  /** What is known of a programme, to be edited. */
  readonly facts?: ComponentType<{ readonly programmeId: Id<'programme'> }>;
}

export const ProgrammePage = ({ facts }: ProgrammePageProps) => {
  const t = useTranslations('home.programme');
  const app = useTranslations('app');
  const id = parseId('programme', useParams().programmeId);
  const programme = useLive(() => (id ? record('programme', id) : null), [id]);
  if (programme === undefined) return <Loading label={app('loading')} lines={6} />;
  if (programme !== null) return <Programme key={programme.id} programme={programme} facts={facts} />;
  return (
    <Page title={t('gone')}>
      <Problem
        happened={t('gone')}
        advice={t('goneAdvice')}
        actions={
          <Button component={Link} to="/" variant="filled">
            {t('home')}
          </Button>
        }
      />
    </Page>
  );
};

const views = ['sessions', 'about'] as const;

interface ProgrammeProps extends ProgrammePageProps {
  readonly programme: Entity<'programme'>;
}

const Programme = ({ programme, facts: Facts }: ProgrammeProps) => {
  const t = useTranslations('home.programme');
  const navigate = useNavigate();
  const [view, setView] = useState<(typeof views)[number]>('sessions');
  const [failure, setFailure] = useState<CommitFailure>();
  const overviews = useLive(() => sessionOverviews(programme.id), [programme.id]);
  const limit = useLive(() => scopeLimit(programme.scope), [programme.scope]);

  const add = async () => {
    // One register that all sessions share serves this one too; of several, none is the obvious one.
    const [shared, ...others] = new Set(overviews?.map(({ session }) => session.registerId));
    const added = await addSession(programme.id, others.length === 0 ? shared : undefined);
    if (added.ok) void navigate(`/session/${added.value}/purpose`);
    else setFailure(added.error);
  };

  return (
    <Page
      eyebrow={t('eyebrow')}
      title={programme.title || t('untitled')}
      primary={
        view === 'sessions' && mayAddTo(limit) ? (
          <Button variant="filled" leftSection={<IconPlus aria-hidden />} onClick={() => void add()}>
            {t('newSession')}
          </Button>
        ) : undefined
      }
    >
      <TabsRow
        label={t('tabs')}
        tabs={views.map((value) => ({ value, label: t(value) }))}
        value={view}
        onChange={setView}
        panelId="programme-view"
      />
      <ReadOnlyNotice scope={programme.scope} />
      <CommitProblem failure={failure} />
      <div id="programme-view" role="tabpanel" aria-label={t(view)}>
        {view === 'about' ? (
          Facts && <Facts programmeId={programme.id} />
        ) : (
          <Rounds programme={programme} onFailure={setFailure} />
        )}
      </div>
    </Page>
  );
};

interface RoundsProps {
  readonly programme: Entity<'programme'>;
  readonly onFailure: (failure: CommitFailure) => void;
}

const Rounds = ({ programme, onFailure }: RoundsProps) => {
  const t = useTranslations('home.programme');
  const app = useTranslations('app');
  const overviews = useLive(() => sessionOverviews(programme.id), [programme.id]);
  if (!overviews) return <Loading label={app('loading')} lines={6} />;
  if (overviews.length === 0) return <Empty title={t('empty')}>{t('emptyHint')}</Empty>;
  const rounds = byRound(overviews);
  return rounds.map(({ round, sessions }) =>
    rounds.length === 1 && round === undefined ? (
      <SessionRows key="all" label={t('sessions')} overviews={sessions} onFailure={onFailure} />
    ) : (
      <Section key={round ?? 'none'} title={round === undefined ? t('noRound') : t('round', { round })}>
        <SessionRows
          label={round === undefined ? t('noRound') : t('round', { round })}
          overviews={sessions}
          onFailure={onFailure}
        />
      </Section>
    ),
  );
};
