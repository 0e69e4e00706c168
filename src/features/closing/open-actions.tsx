/** Said before a session is closed: actions and commitments that nobody is named for, or that have no date. */
import { useTranslations } from 'use-intl';
import type { Entity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { actionsLacking } from './actions-lacking.ts';
import styles from './closing.module.css';

export const OpenActions = ({ session }: { readonly session: Entity<'session'> }) => {
  const t = useTranslations('close');
  const lacking = useLive(() => actionsLacking(session), [session.scope]);
  if (!lacking || (lacking.owner === 0 && lacking.due === 0)) return null;
  return (
    <p role="status" className={styles.lacking}>
      {lacking.owner > 0 ? `${t('lackOwner', { count: lacking.owner })} ` : ''}
      {lacking.due > 0 ? `${t('lackDue', { count: lacking.due })} ` : ''}
      {t('lackAdvice')}
    </p>
  );
};
