/** Where I am inside a session: its title, which leads to its purpose, how it stands, and of which programme it is. */
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { record } from '#storage/queries/records.ts';
import { useLive } from '#storage/use-live.ts';
import styles from './session-header.module.css';

export const SessionHeader = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const app = useTranslations('app.empty');
  const words = useTranslations('words.sessionStatus');
  const session = useLive(() => record('session', sessionId), [sessionId]);
  const programmeId = session?.programmeId;
  const programme = useLive(() => (programmeId ? record('programme', programmeId) : null), [programmeId]);
  return (
    <Link to={`/session/${sessionId}/purpose`} className={styles.header}>
      <span className={styles.title}>{session ? session.title || app('untitled') : ''}</span>
      <span className={styles.facts}>
        {session ? [words(session.status ?? 'draft'), programme?.title].filter(Boolean).join(' · ') : ''}
      </span>
    </Link>
  );
};
