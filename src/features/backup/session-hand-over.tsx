/** A hand-over of one session to another tablet, with its programme and its people. */
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { FileMaker } from '#parts/file-maker.tsx';
import { sessionHandOver } from '#storage/queries/hand-over.ts';
import { Loading } from '#ui/loading.tsx';
import { makeBackup } from './backup-file.ts';
import { BackupHolds } from './backup-holds.tsx';
import { useSessionExtent } from './use-session-extent.ts';
import styles from './backup.module.css';

export const SessionHandOver = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const t = useTranslations('reports');
  const app = useTranslations('app');
  const words = useTranslations('documents');
  const found = useSessionExtent(sessionId);
  if (!found) return <Loading label={app('loading')} lines={3} />;
  const naming = { title: found.title || words('untitledSession'), what: words('files.handOver') };
  return (
    <div className={styles.panel}>
      <BackupHolds extent={found.extent} />
      <FileMaker
        label={t('choice.handOver.make')}
        make={(options) => makeBackup(naming, sessionHandOver(found.scopes), options)}
      />
      <p className={styles.note}>{t('backup.handOver.stays')}</p>
    </div>
  );
};
