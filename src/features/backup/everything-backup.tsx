/** A backup of everything on this tablet, and when the last one was kept. */
import { useRef } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { FileMaker } from '#parts/file-maker.tsx';
import { type BackupMoment, backupMoment } from '#storage/backup-moment.ts';
import { lastBackup, noteBackup } from '#storage/last-backup.ts';
import { backupExtent, backupSource } from '#storage/queries/backup.ts';
import { db } from '#storage/this-device.ts';
import { useLive } from '#storage/use-live.ts';
import { Loading } from '#ui/loading.tsx';
import { Section } from '#ui/section.tsx';
import { makeBackup } from './backup-file.ts';
import { BackupHolds } from './backup-holds.tsx';
import styles from './backup.module.css';

/** As a part of a page of its own. */
export const EverythingBackup = () => {
  const t = useTranslations('reports.backup.everything');
  return (
    <Section id="backup" title={t('title')} note={t('note')}>
      <EverythingBackupPanel quiet />
    </Section>
  );
};

interface EverythingBackupPanelProps {
  /** Where it is not what the page is for. */
  readonly quiet?: boolean;
}

/** Without a heading, where there is one already. */
export const EverythingBackupPanel = ({ quiet = false }: EverythingBackupPanelProps) => {
  const t = useTranslations('reports.backup');
  const app = useTranslations('app');
  const words = useTranslations('documents.files');
  const format = useFormatter();
  const extent = useLive(() => backupExtent(), []);
  const last = useLive(lastBackup, []);
  const made = useRef<BackupMoment>(undefined);
  if (!extent || last === undefined) return <Loading label={app('loading')} lines={3} />;
  const naming = { title: app('name'), what: words('everything') };
  return (
    <div className={styles.panel}>
      <p className={styles.last}>
        {last
          ? t('everything.last', { date: format.dateTime(last.at, { dateStyle: 'long', timeStyle: 'short' }) })
          : t('everything.never')}
      </p>
      <BackupHolds extent={extent} />
      <FileMaker
        quiet={quiet}
        label={t('make')}
        make={async (options) => {
          const moment = await backupMoment(db, Date.now());
          const file = await makeBackup(naming, backupSource(), options);
          made.current = extent.photosBeyond === 0 ? moment : undefined;
          return file;
        }}
        onKept={() =>
          void noteBackup({ at: Date.now(), count: extent.total, ...(made.current && { of: made.current }) })
        }
      />
    </div>
  );
};
