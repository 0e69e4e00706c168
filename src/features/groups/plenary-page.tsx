/** The lines of a block that belong to no group; or, at `all`, those of the session as a whole. */
import { IconChevronLeft } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { placesIn, sideLabelsOf } from '#storage/queries/groups.ts';
import { useLive } from '#storage/use-live.ts';
import { Loading } from '#ui/loading.tsx';
import { GroupGone } from './group-gone.tsx';
import { groupsLink, useGroupWords } from './group-words.ts';
import type { Stream } from './stream-slot.ts';
import styles from './stream-page.module.css';

interface PlenaryPageProps {
  readonly sessionId: Id<'session'>;
  /** A block, `all` for the session as a whole; undefined where the address names neither. */
  readonly blockId: Id<'block'> | 'all' | undefined;
  readonly stream: Stream;
}

export const PlenaryPage = ({ sessionId, blockId, stream: Lines }: PlenaryPageProps) => {
  const t = useTranslations('groups');
  const app = useTranslations('app');
  const scope = scopeOf('session', sessionId);
  const places = useLive(() => placesIn(scope), [scope]);
  const sideLabels = useLive(() => sideLabelsOf(sessionId), [sessionId]);
  const { blockName } = useGroupWords(places);
  const title = blockId === 'all' ? t('sessionLines') : blockName(blockId);

  useEffect(() => {
    if (title) document.title = title;
  }, [title]);

  if (!places) return <Loading label={app('loading')} lines={5} />;
  if (title === undefined || blockId === undefined) return <GroupGone sessionId={sessionId} />;
  return (
    <article className={styles.page}>
      <header className={styles.head}>
        <nav aria-label={t('title')} className={styles.beside}>
          <Link to={groupsLink(sessionId)} className={styles.up}>
            <IconChevronLeft aria-hidden size={20} />
            {blockId === 'all' ? t('title') : t('plenary')}
          </Link>
        </nav>
        <h1 className={styles.title}>{title}</h1>
        {blockId === 'all' ? <p className={styles.lead}>{t('sessionWords')}</p> : null}
      </header>
      <Lines
        scope={scope}
        sessionId={sessionId}
        {...(blockId !== 'all' && { blockId })}
        label={title}
        sideLabels={sideLabels}
      />
    </article>
  );
};
