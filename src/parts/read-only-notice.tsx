/** Says where this tablet only reads: what is written there all the same stays on it, and that is told before. */
import { IconEye } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Scope } from '#domain/scope.ts';
import { scopeLimit } from '#storage/queries/scope-limit.ts';
import { useLive } from '#storage/use-live.ts';
import styles from './read-only-notice.module.css';

export const ReadOnlyNotice = ({ scope }: { readonly scope: Scope }) => {
  const t = useTranslations('tablets.readOnly');
  const limit = useLive(() => scopeLimit(scope), [scope]);
  if (limit === undefined || limit === 'add') return null;
  const words = limit === 'none' ? 'gone' : scope.startsWith('programme:') ? 'programme' : 'session';
  return (
    <p role="status" className={styles.notice}>
      <IconEye aria-hidden />
      <span>{t(words)}</span>
    </p>
  );
};
