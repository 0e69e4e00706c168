/** The frame inside a session: its five places, its title, and the way home. */
import { ActionIcon } from '@mantine/core';
import {
  IconChecklist,
  IconHome,
  IconLayoutColumns,
  IconListCheck,
  IconTimelineEvent,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { useTranslations } from 'use-intl';
import { parseId } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { record } from '#storage/queries/records.ts';
import { isExampleScope } from '#storage/queries/sessions.ts';
import { useLive } from '#storage/use-live.ts';
import { Header } from '#ui/header.tsx';
import { Frame } from './frame.tsx';
import { HolderSlot, ReadOnlySlot, RunningSlot, StateSlot } from './header-slots.tsx';
import { NotFound } from './not-found.tsx';
import { OutsideFrame } from './outside-frame.tsx';
import { paths } from './paths.ts';
import styles from './session-frame.module.css';

export const SessionFrame = () => {
  const t = useTranslations('app');
  const { sessionId } = useParams();
  const id = parseId('session', sessionId);
  const session = useLive(() => (id ? record('session', id) : null), [id]);
  const scope = session?.scope;
  const isClosed = session?.status === 'closed';
  const isExample = useLive(async () => scope !== undefined && (await isExampleScope(scope)), [scope]) === true;
  if (!id || session === null)
    return (
      <OutsideFrame>
        <NotFound />
      </OutsideFrame>
    );

  return (
    <Frame
      navLabel={t('nav.sessionLabel')}
      places={[
        { to: paths.session(id, 'agenda'), label: t('nav.agenda'), icon: IconTimelineEvent },
        { to: paths.session(id, 'groups'), label: t('nav.groups'), icon: IconUsersGroup },
        { to: paths.session(id, 'board'), label: t('nav.board'), icon: IconLayoutColumns },
        { to: paths.session(id, 'register'), label: t('nav.register'), icon: IconListCheck },
        { to: paths.session(id, 'close'), label: t('nav.close'), icon: IconChecklist },
      ]}
      notice={<ReadOnlySlot scope={scopeOf('session', id)} />}
      header={
        <Header
          back={
            <ActionIcon component={Link} to={paths.home} aria-label={t('nav.home')}>
              <IconHome aria-hidden />
            </ActionIcon>
          }
          where={
            session && (
              <Link
                to={paths.session(id, 'purpose')}
                className={styles.title}
                data-said={isExample || isClosed || undefined}
              >
                <span className={styles.words}>{session.title || t('empty.untitled')}</span>
                {isExample ? (
                  <span className={styles.example}>{t('exampleStays')}</span>
                ) : isClosed ? (
                  <span className={styles.said}>{t('sessionClosed')}</span>
                ) : null}
              </Link>
            )
          }
          running={<RunningSlot sessionId={id} />}
          state={<StateSlot example={isExample} />}
          holder={<HolderSlot />}
        />
      }
    />
  );
};
