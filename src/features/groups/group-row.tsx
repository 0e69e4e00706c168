/** A group as a wide row: its name, its question, what it has so far, and how it stands. */
import {
  IconArrowDown,
  IconArrowUp,
  IconLock,
  IconLockOpen,
  IconMicrophone,
  IconPencil,
  IconTrash,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import type { SessionPlaces } from '#storage/queries/groups.ts';
import { ListRow } from '#ui/list-row.tsx';
import { Menu } from '#ui/menu.tsx';
import { closeGroup, deleteGroup, type Group, orderBeside, reopenGroup, setGroup } from './commands.ts';
import { groupLink, useGroupWords } from './group-words.ts';
import { LineCounts } from './line-counts.tsx';
import type { Attempt } from './use-attempt.ts';
import styles from './groups.module.css';

interface GroupRowProps {
  readonly sessionId: Id<'session'>;
  readonly group: Group;
  readonly places: SessionPlaces;
  readonly attempt: Attempt['attempt'];
  readonly onEdit: (id: string) => void;
}

export const GroupRow = ({ sessionId, group, places, attempt, onEdit }: GroupRowProps) => {
  const t = useTranslations('groups');
  const navigate = useNavigate();
  const name = useGroupWords(places).nameOf(group);
  const beside = places.groups.filter(({ blockId }) => blockId === group.blockId);
  const to = groupLink(sessionId, group.id);
  const step = (by: -1 | 1) => {
    const order = orderBeside(beside, group, by);
    if (order) {
      void attempt(
        () => setGroup(group, { order }),
        t('done.moved', { name }),
        () => setGroup(group, { order: group.order ?? null }),
      );
    }
  };

  return (
    <ListRow
      to={to}
      lead={<IconUsersGroup aria-hidden />}
      title={name}
      meta={[group.question, group.place].filter(Boolean).join(' · ')}
      end={
        <>
          <LineCounts place={{ scope: group.scope, sessionId, groupId: group.id }} />
          <GroupState group={group} />
        </>
      }
      actions={
        <Menu
          label={t('more', { name })}
          items={[
            { label: t('edit'), icon: IconPencil, onPick: () => onEdit(group.id) },
            { label: t('readBack'), icon: IconMicrophone, onPick: () => void navigate(`${to}?read`) },
            {
              label: t(group.closedAt ? 'reopen' : 'close'),
              icon: group.closedAt ? IconLockOpen : IconLock,
              onPick: () =>
                void attempt(
                  () => (group.closedAt ? reopenGroup(group) : closeGroup(group)),
                  t(group.closedAt ? 'done.reopened' : 'done.closed', { name }),
                  () => setGroup(group, { closedAt: group.closedAt ?? null }),
                ),
            },
            { label: t('up'), icon: IconArrowUp, disabled: beside[0]?.id === group.id, onPick: () => step(-1) },
            { label: t('down'), icon: IconArrowDown, disabled: beside.at(-1)?.id === group.id, onPick: () => step(1) },
            {
              label: t('remove'),
              icon: IconTrash,
              danger: true,
              onPick: () =>
                void attempt(
                  () => deleteGroup(group),
                  t('done.removed', { name }),
                  () => deleteGroup(group, false),
                ),
            },
          ]}
        />
      }
    />
  );
};

/** How a group stands. An open one that nobody has read back says nothing. */
export const GroupState = ({ group }: { readonly group: Group }) => {
  const t = useTranslations('groups');
  return (
    <span className={styles.states}>
      {group.readBackAt ? (
        <span className={styles.state}>
          <IconMicrophone aria-hidden size={20} /> {t('wasReadBack')}
        </span>
      ) : null}
      {group.closedAt ? (
        <span className={styles.state}>
          <IconLock aria-hidden size={20} /> {t('closed')}
        </span>
      ) : null}
    </span>
  );
};
