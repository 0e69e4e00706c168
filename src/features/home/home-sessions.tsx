/** The sessions of this tablet on Home: today's, the others by programme, the archived ones, and what a search finds. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CommitProblem } from '#parts/commit-problem.tsx';
import type { CommitFailure } from '#storage/commit.ts';
import type { SessionOverview } from '#storage/queries/sessions.ts';
import type { Entity } from '#storage/row.ts';
import { SearchField } from '#ui/search-field.tsx';
import { Section } from '#ui/section.tsx';
import { SessionGroups } from './session-groups.tsx';
import { matching, todays } from './session-list.ts';
import { SessionRows } from './session-row.tsx';
import { useToday } from './use-today.ts';
import styles from './home.module.css';

/** From so many sessions on, a search helps. */
const searchableFrom = 9;

interface HomeSessionsProps {
  readonly overviews: readonly SessionOverview[];
  readonly empty: readonly Entity<'programme'>[];
}

export const HomeSessions = ({ overviews, empty }: HomeSessionsProps) => {
  const t = useTranslations('home');
  const app = useTranslations('app.do');
  const [words, setWords] = useState('');
  const [showsArchived, setShowsArchived] = useState(false);
  const [failure, setFailure] = useState<CommitFailure>();

  const archived = overviews.filter(({ session }) => session.status === 'archived');
  const current = overviews.filter(({ session }) => session.status !== 'archived');
  const today = todays(current, useToday());
  const others = current.filter((overview) => !today.includes(overview));
  const isSearching = words.trim() !== '';
  return (
    <>
      <CommitProblem failure={failure} />
      {overviews.length >= searchableFrom ? (
        <SearchField label={t('search')} value={words} onChange={setWords} clearLabel={app('clear')} />
      ) : null}
      {isSearching ? (
        <Found words={words} overviews={matching(overviews, words)} onFailure={setFailure} />
      ) : (
        <>
          {today.length > 0 ? (
            <Section title={t('today')}>
              <SessionRows label={t('today')} overviews={today} onFailure={setFailure} />
            </Section>
          ) : null}
          {others.length + empty.length > 0 ? (
            <Section title={t('sessions')}>
              <SessionGroups label={t('sessions')} overviews={others} empty={empty} onFailure={setFailure} />
            </Section>
          ) : null}
          {archived.length > 0 ? (
            <div>
              <Button
                variant="subtle"
                aria-expanded={showsArchived}
                onClick={() => setShowsArchived((shown) => !shown)}
              >
                {showsArchived ? t('hideArchived') : t('showArchived', { count: archived.length })}
              </Button>
              {showsArchived ? <SessionRows label={t('archived')} overviews={archived} onFailure={setFailure} /> : null}
            </div>
          ) : null}
        </>
      )}
    </>
  );
};

interface FoundProps {
  readonly words: string;
  readonly overviews: readonly SessionOverview[];
  readonly onFailure: (failure: CommitFailure) => void;
}

const Found = ({ words, overviews, onFailure }: FoundProps) => {
  const t = useTranslations('home');
  const said =
    overviews.length === 0 ? t('nothingFound', { words: words.trim() }) : t('found', { count: overviews.length });
  return (
    <>
      <p role="status" className={styles.found}>
        {said}
      </p>
      <SessionRows label={t('sessions')} overviews={overviews} onFailure={onFailure} />
    </>
  );
};
