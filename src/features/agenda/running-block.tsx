/** The block under way, with its time left, for the header. It changes by the minute and never blinks. */
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { usualDurationMin } from '#domain/agenda.ts';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { record, recordsIn } from '#storage/queries/records.ts';
import { useLive } from '#storage/use-live.ts';
import styles from './running-block.module.css';

/** How often the time left is worked out again, milliseconds. */
const tickMs = 10_000;

export const RunningBlock = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const t = useTranslations('agenda');
  const scope = scopeOf('session', sessionId);
  const running = useLive(async () => {
    const status = (await record('session', sessionId))?.status;
    // What nobody ended when the day was closed is not under way any more.
    if (status === 'closed' || status === 'archived') return null;
    return (await recordsIn('block', scope)).filter((block) => block.startedAt && !block.endedAt).at(-1) ?? null;
  }, [scope, sessionId]);
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, [running]);

  if (!running?.startedAt) return null;
  const minutes = Math.ceil(Math.min(0, running.startedAt - now) / 60_000) + (running.durationMin ?? usualDurationMin);
  return (
    <span className={styles.running} data-over={minutes < 0 || undefined}>
      <span className={styles.title}>{running.title || t('untitled')}</span>{' '}
      <span className={styles.left}>
        {minutes < 0 ? t('header.over', { minutes: -minutes }) : t('header.left', { minutes })}
      </span>
    </span>
  );
};
