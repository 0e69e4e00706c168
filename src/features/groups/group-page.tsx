/** One group: its question, who reports, its lines, and the way to the groups beside it. */
import { ActionIcon, Button } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconLock,
  IconLockOpen,
  IconMicrophone,
  IconPencil,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useFormatter, useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { CommitProblem } from '#parts/commit-problem.tsx';
import { placesIn, type SessionPlaces, sideLabelsOf } from '#storage/queries/groups.ts';
import { useLive } from '#storage/use-live.ts';
import { useOpenEdit } from '#storage/use-open-edit.ts';
import { Loading } from '#ui/loading.tsx';
import { closeGroup, type Group, markReadBack, reopenGroup, setGroup } from './commands.ts';
import { GroupGone } from './group-gone.tsx';
import { GroupSheet } from './group-sheet.tsx';
import { groupLink, groupsLink, useGroupWords } from './group-words.ts';
import { QuestionTitle } from './question-title.tsx';
import { ReadBack } from './read-back.tsx';
import type { Stream } from './stream-slot.ts';
import { useAttempt } from './use-attempt.ts';
import styles from './stream-page.module.css';

interface GroupPageProps {
  readonly sessionId: Id<'session'>;
  /** Undefined where the address names none. */
  readonly groupId: Id<'group'> | undefined;
  readonly stream: Stream;
}

export const GroupPage = ({ sessionId, groupId, stream: Lines }: GroupPageProps) => {
  const app = useTranslations('app');
  const scope = scopeOf('session', sessionId);
  const places = useLive(() => placesIn(scope), [scope]);
  const sideLabels = useLive(() => sideLabelsOf(sessionId), [sessionId]);
  const [search, setSearch] = useSearchParams();
  const { nameOf, blockName } = useGroupWords(places);
  if (!places) return <Loading label={app('loading')} lines={5} />;
  const group = places.groups.find(({ id }) => id === groupId);
  if (!group) return <GroupGone sessionId={sessionId} />;
  const name = nameOf(group);
  if (search.has('read')) {
    return (
      <ReadBack
        place={{ scope, sessionId, groupId: group.id }}
        title={group.question || name}
        sideLabels={sideLabels}
        onRead={() => markReadBack(group)}
        onClose={() => setSearch({}, { replace: true })}
      />
    );
  }
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <Beside sessionId={sessionId} group={group} places={places} />
        <QuestionTitle key={group.id} group={group} name={name} />
        <GroupFacts group={group} places={places} onRead={() => setSearch({ read: '' })} />
      </header>
      <Lines
        scope={scope}
        sessionId={sessionId}
        groupId={group.id}
        blockId={blockName(group.blockId) === undefined ? undefined : (group.blockId ?? undefined)}
        label={name}
        sideLabels={sideLabels}
      />
    </article>
  );
};

interface OfGroup {
  readonly group: Group;
  readonly places: SessionPlaces;
}

/** The block it works in, and the groups before and after it. */
const Beside = ({ sessionId, group, places }: OfGroup & { readonly sessionId: Id<'session'> }) => {
  const t = useTranslations('groups');
  const { nameOf, blockName } = useGroupWords(places);
  const at = places.groups.findIndex(({ id }) => id === group.id);
  const [before, after] = [places.groups[at - 1], places.groups[at + 1]];
  return (
    <nav aria-label={t('title')} className={styles.beside}>
      <Link to={groupsLink(sessionId)} className={styles.up}>
        <IconChevronLeft aria-hidden size={20} />
        {blockName(group.blockId) ?? t('title')}
      </Link>
      <span className={styles.steps}>
        {[
          { to: before, label: t('before'), icon: IconChevronLeft },
          { to: after, label: t('after'), icon: IconChevronRight },
        ].map(({ to, label, icon: Icon }) =>
          to ? (
            <ActionIcon
              key={label}
              component={Link}
              to={groupLink(sessionId, to.id)}
              replace
              aria-label={`${label}: ${nameOf(to)}`}
              title={nameOf(to)}
            >
              <Icon aria-hidden />
            </ActionIcon>
          ) : (
            <ActionIcon key={label} disabled aria-label={label}>
              <Icon aria-hidden />
            </ActionIcon>
          ),
        )}
      </span>
    </nav>
  );
};

/** Its name, table and rapporteur; reading back and closing. */
const GroupFacts = ({ group, places, onRead }: OfGroup & { readonly onRead: () => void }) => {
  const t = useTranslations('groups');
  const format = useFormatter();
  const { refusal, attempt } = useAttempt();
  const [editing, setEditing] = useState(false);
  useOpenEdit(
    'group',
    group.scope,
    (id) => id === group.id && setEditing(true),
    (field) => field !== 'question',
  );
  const name = useGroupWords(places).nameOf(group);
  const time = (at: number) => format.dateTime(at, { hour: '2-digit', minute: '2-digit' });
  const toggle = () =>
    attempt(
      () => (group.closedAt ? reopenGroup(group) : closeGroup(group)),
      t(group.closedAt ? 'done.reopened' : 'done.closed', { name }),
      () => setGroup(group, { closedAt: group.closedAt ?? null }),
    );
  return (
    <>
      <div className={styles.facts}>
        <button
          type="button"
          className={styles.edit}
          aria-label={t('editOf', { name })}
          onClick={() => setEditing(true)}
        >
          <strong>{name}</strong>
          {group.place ? <span>{group.place}</span> : null}
          {group.rapporteur ? <span>{t('reports', { name: group.rapporteur })}</span> : null}
          <IconPencil aria-hidden size={20} />
        </button>
        <span className={styles.steps}>
          <Button variant="subtle" leftSection={<IconMicrophone aria-hidden />} onClick={onRead}>
            {group.readBackAt ? t('readBackAt', { time: time(group.readBackAt) }) : t('readBack')}
          </Button>
          <Button
            variant="subtle"
            leftSection={group.closedAt ? <IconLockOpen aria-hidden /> : <IconLock aria-hidden />}
            onClick={() => void toggle()}
          >
            {t(group.closedAt ? 'reopen' : 'close')}
          </Button>
        </span>
      </div>
      {group.closedAt ? <p className={styles.closed}>{t('closedAt', { time: time(group.closedAt) })}</p> : null}
      <CommitProblem failure={refusal?.failure} onRetry={refusal?.retry} />
      {editing ? <GroupSheet group={group} places={places} onClose={() => setEditing(false)} /> : null}
    </>
  );
};
