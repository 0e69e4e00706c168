/** What a backup is: who made it and when, which sessions are in it, and what it would bring here. */
import { useFormatter, useTranslations } from 'use-intl';
import type { Backup } from '#documents/backup.ts';
import type { Restored } from '#storage/restore.ts';
import styles from './backup.module.css';

interface BackupPreviewProps {
  readonly backup: Backup;
  readonly brings: Restored;
}

/** Titles beyond these are counted. */
const mostTitles = 5;

export const BackupPreview = ({ backup, brings }: BackupPreviewProps) => {
  const t = useTranslations('reports.backup.restore');
  const app = useTranslations('app.empty');
  const format = useFormatter();
  const { device, madeAt } = backup.head;
  const date = format.dateTime(madeAt, { dateStyle: 'long', timeStyle: 'short' });
  const titles = sessionTitles(backup);
  const shown = titles.slice(0, mostTitles);
  return (
    <div className={styles.preview}>
      <p>{device.holder ? t('by', { name: device.holder, date }) : t('byTablet', { id: device.id, date })}</p>
      <div>
        <p>{t('sessions', { count: titles.length })}</p>
        {shown.length > 0 ? (
          <ul className={styles.titles}>
            {shown.map((title, at) => (
              <li key={at}>{title || app('untitled')}</li>
            ))}
            {titles.length > shown.length ? <li>{t('more', { count: titles.length - shown.length })}</li> : null}
          </ul>
        ) : null}
      </div>
      <p className={styles.counts}>{t('counts', { ...brings })}</p>
      {brings.photos > 0 ? <p className={styles.counts}>{t('photos', { count: brings.photos })}</p> : null}
    </div>
  );
};

const sessionTitles = ({ records }: Backup): string[] =>
  records
    .filter(({ noun, v }) => noun === 'session' && (v['deletedAt'] ?? null) === null)
    .map(({ v }) => (typeof v['title'] === 'string' ? v['title'] : ''));
