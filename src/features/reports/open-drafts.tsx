/** Lines that are still being typed are in no file: says so, and leads to the first of them. */
import { IconPencil } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { unfinishedIn } from '#storage/queries/unfinished.ts';
import { useLive } from '#storage/use-live.ts';
import styles from './reports.module.css';

export const OpenDrafts = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const t = useTranslations('reports');
  const drafts = useLive(() => unfinishedIn(sessionId), [sessionId]);
  const [first] = drafts ?? [];
  const place = first?.place;
  if (!drafts || !place || !('session' in place)) return null;
  const address = [`/session/${sessionId}`, place.screen, place.itemId].filter((part) => part !== undefined).join('/');
  return (
    <p role="status" className={styles.drafts}>
      <IconPencil aria-hidden />
      <span>
        {t('drafts', { count: drafts.length })} <Link to={address}>{t('toDraft')}</Link>
      </span>
    </p>
  );
};
