/** Sessions under the title of their programme; a long programme is one row that opens its page. */
import { IconFolder } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import type { CommitFailure } from '#storage/commit.ts';
import type { SessionOverview } from '#storage/queries/sessions.ts';
import type { Entity } from '#storage/row.ts';
import { ListRow, RowList } from '#ui/list-row.tsx';
import { byProgramme, type ProgrammeGroup } from './session-list.ts';
import { SessionRow } from './session-row.tsx';
import { SessionState } from './session-state.tsx';
import styles from './home.module.css';

interface SessionGroupsProps {
  readonly label: string;
  readonly overviews: readonly SessionOverview[];
  /** Programmes without a session. */
  readonly empty?: readonly Entity<'programme'>[];
  readonly onFailure: (failure: CommitFailure) => void;
}

export const SessionGroups = ({ label, overviews, empty = [], onFailure }: SessionGroupsProps) => {
  const t = useTranslations('home.programme');
  return (
    <RowList label={label}>
      {byProgramme(overviews).map((group) => (
        <GroupRows key={group.programmeId ?? group.sessions[0]?.session.id} group={group} onFailure={onFailure} />
      ))}
      {empty.map((programme) => (
        <ListRow
          key={programme.id}
          to={`/programme/${programme.id}`}
          lead={<IconFolder aria-hidden />}
          title={programme.title || t('untitled')}
          meta={t('sessionCount', { count: 0 })}
        />
      ))}
    </RowList>
  );
};

interface GroupRowsProps {
  readonly group: ProgrammeGroup;
  readonly onFailure: (failure: CommitFailure) => void;
}

const GroupRows = ({ group: { programmeId, title, sessions, shape }, onFailure }: GroupRowsProps) => {
  const t = useTranslations('home.programme');
  const name = title || t('untitled');
  if (shape === 'collapsed') {
    return (
      <ListRow
        to={`/programme/${programmeId ?? ''}`}
        lead={<IconFolder aria-hidden />}
        title={name}
        meta={t('sessionCount', { count: sessions.length })}
        end={<SessionState overviews={sessions} />}
      />
    );
  }
  const rows = sessions.map((overview) => (
    <SessionRow key={overview.session.id} overview={overview} onFailure={onFailure} />
  ));
  if (shape === 'alone') return rows;
  return (
    <li className={styles.group}>
      <Link to={`/programme/${programmeId ?? ''}`} className={styles.groupTitle}>
        <IconFolder aria-hidden size={22} />
        <span>{name}</span>
      </Link>
      <RowList label={name}>{rows}</RowList>
    </li>
  );
};
