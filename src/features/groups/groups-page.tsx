/** Where lines are written: the groups and the plenary of each block in the order of the agenda, and the session's own. */
import { Button } from '@mantine/core';
import { IconHome2, IconMessages, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { refPrefix } from '#domain/capture-ref.ts';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { placesIn, type SessionPlaces } from '#storage/queries/groups.ts';
import type { Entity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { Empty } from '#ui/empty.tsx';
import { ListRow, RowList } from '#ui/list-row.tsx';
import { Loading } from '#ui/loading.tsx';
import { Page } from '#ui/page.tsx';
import { Section } from '#ui/section.tsx';
import { addGroups, startGroupWork } from './commands.ts';
import { GroupRow } from './group-row.tsx';
import { GroupSheet } from './group-sheet.tsx';
import { plenaryLink, useGroupWords } from './group-words.ts';
import { LineCounts } from './line-counts.tsx';
import { type Attempt, useAttempt } from './use-attempt.ts';
import styles from './groups.module.css';

/** As many tables as most rooms have. */
const usualGroups = 4;

export const GroupsPage = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const t = useTranslations('groups');
  const app = useTranslations('app');
  const scope = scopeOf('session', sessionId);
  const places = useLive(() => placesIn(scope), [scope]);
  const { refusal, attempt } = useAttempt();
  const [editing, setEditing] = useState<string>();
  if (!places) return <Loading label={app('loading')} lines={6} />;

  const edited = places.groups.find(({ id }) => id === editing);
  const labelOf = (number: number) => t('number', { number });
  return (
    <Page title={t('title')}>
      <CommitProblem failure={refusal?.failure} onRetry={refusal?.retry} />
      {places.blocks.length === 0 ? (
        <Empty
          title={t('empty.title')}
          example={t('empty.example')}
          action={
            <Button
              variant="filled"
              leftSection={<IconPlus aria-hidden />}
              onClick={() => void attempt(() => startGroupWork(sessionId, usualGroups, labelOf))}
            >
              {t('empty.start', { count: usualGroups })}
            </Button>
          }
        >
          {t('empty.words')}
        </Empty>
      ) : null}
      {sectionsOf(places).map((section) => (
        <BlockSection
          key={section.block.id}
          sessionId={sessionId}
          section={section}
          places={places}
          attempt={attempt}
          onEdit={setEditing}
          onAdd={(block, count) => void attempt(() => addGroups(sessionId, block.id, count, labelOf))}
        />
      ))}
      <Section title={t('session')}>
        <RowList label={t('session')}>
          {places.groups
            .filter(({ blockId }) => !places.blocks.some(({ id }) => id === blockId))
            .map((group) => (
              <GroupRow
                key={group.id}
                sessionId={sessionId}
                group={group}
                places={places}
                attempt={attempt}
                onEdit={setEditing}
              />
            ))}
          <ListRow
            to={plenaryLink(sessionId, 'all')}
            lead={<IconHome2 aria-hidden />}
            title={t('sessionLines')}
            meta={t('sessionWords')}
            end={<LineCounts place={{ scope, sessionId }} />}
          />
        </RowList>
      </Section>
      {edited ? (
        <GroupSheet key={edited.id} group={edited} places={places} onClose={() => setEditing(undefined)} />
      ) : null}
    </Page>
  );
};

interface BlockPart {
  readonly block: Entity<'block'>;
  readonly letter: string;
  readonly groups: readonly Entity<'group'>[];
}

/** Breaks have nothing to write, unless somebody made groups in one. */
const sectionsOf = ({ blocks, groups }: SessionPlaces): BlockPart[] =>
  blocks.flatMap((block) => {
    const there = groups.filter(({ blockId }) => blockId === block.id);
    if (block.category === 'break' && there.length === 0) return [];
    return { block, letter: refPrefix({ blockId: block.id }, blocks, groups), groups: there };
  });

interface BlockSectionProps {
  readonly sessionId: Id<'session'>;
  readonly section: BlockPart;
  readonly places: SessionPlaces;
  readonly attempt: Attempt['attempt'];
  readonly onEdit: (id: string) => void;
  readonly onAdd: (block: Entity<'block'>, count: number) => void;
}

const BlockSection = ({ sessionId, section, places, attempt, onEdit, onAdd }: BlockSectionProps) => {
  const t = useTranslations('groups');
  const { block, letter, groups } = section;
  const title = useGroupWords(places).blockName(block.id) ?? '';
  const working = groups.length > 0 || block.category === 'group_work';
  return (
    <Section
      title={
        <span className={styles.block}>
          <span className={styles.letter}>{letter}</span>
          {title}
        </span>
      }
      actions={
        <>
          {groups.length === 0 ? (
            <Button
              variant={working ? 'light' : 'subtle'}
              aria-label={t('addSeveralTo', { block: title, count: usualGroups })}
              onClick={() => onAdd(block, usualGroups)}
            >
              {t('addSeveral', { count: usualGroups })}
            </Button>
          ) : null}
          <Button
            variant="subtle"
            leftSection={<IconPlus aria-hidden />}
            aria-label={t('addTo', { block: title })}
            onClick={() => onAdd(block, 1)}
          >
            {t('add')}
          </Button>
        </>
      }
    >
      <RowList label={title}>
        {groups.map((group) => (
          <GroupRow
            key={group.id}
            sessionId={sessionId}
            group={group}
            places={places}
            attempt={attempt}
            onEdit={onEdit}
          />
        ))}
        <ListRow
          to={plenaryLink(sessionId, block.id)}
          lead={<IconMessages aria-hidden />}
          title={t('plenary')}
          end={<LineCounts place={{ scope: block.scope, sessionId, blockId: block.id }} />}
        />
      </RowList>
    </Section>
  );
};
