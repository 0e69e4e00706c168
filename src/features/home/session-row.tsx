/** A session as a wide row, with what can be done with it behind its menu. */
import {
  IconArchive,
  IconArchiveOff,
  IconCopy,
  IconFileText,
  IconFolder,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';
import type { CommitFailure } from '#storage/commit.ts';
import type { SessionOverview } from '#storage/queries/sessions.ts';
import { ListRow, RowList } from '#ui/list-row.tsx';
import { Menu } from '#ui/menu.tsx';
import { offerUndo } from '#ui/undo.ts';
import { duplicateSession, setDeleted, setStatus } from './commands.ts';
import { SessionFacts } from './session-facts.tsx';
import { SessionState } from './session-state.tsx';

interface SessionRowProps {
  readonly overview: SessionOverview;
  readonly onFailure: (failure: CommitFailure) => void;
}

export const SessionRow = ({ overview, onFailure }: SessionRowProps) => {
  const t = useTranslations('home.row');
  const app = useTranslations('app.empty');
  const navigate = useNavigate();
  const { session, programme } = overview;
  const title = session.title || app('untitled');
  const isArchived = session.status === 'archived';

  const tell = async (
    written: ReturnType<typeof setDeleted>,
    done: string,
    undo: () => ReturnType<typeof setDeleted>,
  ) => {
    const result = await written;
    if (result.ok) offerUndo({ done, undo });
    else onFailure(result.error);
  };

  const duplicate = async () => {
    const copied = await duplicateSession(session, programme, t('copyOf', { title }));
    if (copied.ok) void navigate(`/session/${copied.value}/purpose`);
    else onFailure(copied.error);
  };

  return (
    <ListRow
      to={`/session/${session.id}`}
      title={title}
      meta={<SessionFacts overview={overview} />}
      end={<SessionState overviews={[overview]} />}
      actions={
        <Menu
          label={t('more', { title })}
          items={[
            {
              label: t('purpose'),
              icon: IconPencil,
              onPick: () => void navigate(`/session/${session.id}/purpose`),
            },
            {
              label: t('report'),
              icon: IconFileText,
              onPick: () => void navigate(`/session/${session.id}/report`),
            },
            ...(programme
              ? [
                  {
                    label: t('programme'),
                    icon: IconFolder,
                    onPick: () => void navigate(`/programme/${programme.id}`),
                  },
                ]
              : []),
            { label: t('duplicate'), icon: IconCopy, onPick: () => void duplicate() },
            isArchived
              ? {
                  label: t('unarchive'),
                  icon: IconArchiveOff,
                  onPick: () =>
                    void tell(setStatus(session, 'closed'), t('unarchived', { title }), () =>
                      setStatus(session, 'archived'),
                    ),
                }
              : {
                  label: t('archive'),
                  icon: IconArchive,
                  onPick: () =>
                    void tell(setStatus(session, 'archived'), t('archived', { title }), () =>
                      setStatus(session, session.status),
                    ),
                },
            {
              label: t('delete'),
              icon: IconTrash,
              danger: true,
              onPick: () =>
                void tell(setDeleted(session, true), t('deleted', { title }), () => setDeleted(session, false)),
            },
          ]}
        />
      }
    />
  );
};

interface SessionRowsProps {
  readonly label: string;
  readonly overviews: readonly SessionOverview[];
  readonly onFailure: (failure: CommitFailure) => void;
}

/** Sessions one under the other, whatever programme they are of. */
export const SessionRows = ({ label, overviews, onFailure }: SessionRowsProps) =>
  overviews.length === 0 ? null : (
    <RowList label={label}>
      {overviews.map((overview) => (
        <SessionRow key={overview.session.id} overview={overview} onFailure={onFailure} />
      ))}
    </RowList>
  );
