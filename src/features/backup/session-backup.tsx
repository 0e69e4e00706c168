/** A backup of one session, with its programme and its people. */
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { FileMaker } from '#parts/file-maker.tsx';
import { backupExtent } from '#storage/queries/backup.ts';
import { scopesOfSession, sessionBundle } from '#storage/queries/session-bundle.ts';
import { useLive } from '#storage/use-live.ts';
import { Loading } from '#ui/loading.tsx';
import { makeBackup } from './backup-file.ts';
import { BackupHolds } from './backup-holds.tsx';
import styles from './backup.module.css';

export const SessionBackup = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const t = useTranslations('reports.backup');
  const app = useTranslations('app');
  const words = useTranslations('documents');
  const found = useLive(async () => {
    const bundle = await sessionBundle(sessionId);
    if (!bundle) return null;
    const scopes = scopesOfSession(bundle);
    return { scopes, title: bundle.session.title ?? '', extent: await backupExtent(scopes) };
  }, [sessionId]);
  if (!found) return <Loading label={app('loading')} lines={3} />;
  const naming = { title: found.title || words('untitledSession'), what: words('files.backup') };
  return (
    <div className={styles.panel}>
      <BackupHolds extent={found.extent} />
      <FileMaker label={t('make')} make={(options) => makeBackup(naming, found.scopes, options)} />
    </div>
  );
};
