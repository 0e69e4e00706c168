/** How many of each side are wanted, and the way to say it: for the purpose of a session. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { sideLabelsOf } from '#storage/queries/groups.ts';
import { recordsIn } from '#storage/queries/records.ts';
import { useLive } from '#storage/use-live.ts';
import { QuotaEditor } from './quota-editor.tsx';
import { useQuotaLabel } from './quota-label.ts';
import { useSides } from './sides.ts';
import styles from './figures.module.css';

export const Wanted = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const t = useTranslations('register.quota');
  const scope = scopeOf('session', sessionId);
  const quotas = useLive(() => recordsIn('quota', scope), [scope]) ?? [];
  const labels = useLive(() => sideLabelsOf(sessionId), [sessionId]);
  const labelOf = useQuotaLabel(useSides(labels));
  const [isOpen, setOpen] = useState(false);
  const wanted = quotas.filter(({ target }) => (target ?? 0) > 0);
  return (
    <div className={styles.quotas}>
      {wanted.length > 0 ? (
        <ul aria-label={t('title')} className={styles.counts}>
          {wanted.map((quota) => (
            <li key={quota.id} className={styles.count}>
              <span>{labelOf(quota)}</span>
              <b>{quota.target}</b>
            </li>
          ))}
        </ul>
      ) : null}
      <div>
        <Button onClick={() => setOpen(true)}>{t('edit')}</Button>
      </div>
      {isOpen ? <QuotaEditor sessionId={sessionId} onClose={() => setOpen(false)} /> : null}
    </div>
  );
};
