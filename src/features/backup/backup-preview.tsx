/** What a file is: who made it, where and when, which sessions are in it, and what it would bring here. */
import { useFormatter, useTranslations } from 'use-intl';
import type { Backup } from '#documents/backup.ts';
import type { Brings } from '#storage/restore.ts';
import styles from './backup.module.css';

interface BackupPreviewProps {
  readonly backup: Backup;
  readonly brings: Brings;
}

/** Titles and names beyond these are counted. */
const mostTitles = 5;
const mostNames = 4;

export const BackupPreview = ({ backup, brings }: BackupPreviewProps) => {
  const t = useTranslations('reports.backup.restore');
  const app = useTranslations('app.empty');
  const format = useFormatter();
  const { device, madeAt, handOver } = backup.head;
  const date = format.dateTime(madeAt, { dateStyle: 'long', timeStyle: 'short' });
  const titles = sessionTitles(backup);
  const shown = titles.slice(0, mostTitles);
  const names = format.list(brings.writers.slice(0, mostNames));
  return (
    <div className={styles.preview}>
      <h3 className={styles.holdsTitle}>
        {t(handOver === undefined ? 'backup' : handOver.of === 'session' ? 'handOver' : 'unsent')}
      </h3>
      <p>
        {device.holder ? t('by', { name: device.holder, date }) : t('byNobody', { date })}
        {device.name ? ` · ${t('tablet', { name: device.name })}` : null}
        {device.name || device.holder ? null : (
          <>
            {` · ${t('tabletUnnamed')} `}
            <span className={styles.id}>({device.id})</span>
          </>
        )}
      </p>
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
      <News brings={brings} />
      {brings.writers.length > 0 ? (
        <p>
          {t('writers', {
            names:
              brings.writers.length > mostNames
                ? t('andMore', { names, count: brings.writers.length - mostNames })
                : names,
          })}
        </p>
      ) : null}
      {brings.bothWrote > 0 ? <p className={styles.note}>{t('bothWrote', { count: brings.bothWrote })}</p> : null}
      {brings.inPart > 0 ? <p className={styles.note}>{t('inPart', { count: brings.inPart })}</p> : null}
    </div>
  );
};

/** What is new here, what changes, and what is here already; nothing that is none. */
const News = ({ brings }: { readonly brings: Brings }) => {
  const t = useTranslations('reports.backup.restore');
  const { newSessions, newLines, newPeople, added, photos, changed, same } = brings;
  const facts = {
    newSessions,
    newLines,
    newPeople,
    newOthers: added - newSessions - newLines - newPeople,
    photos,
    changes: changed,
    same,
  };
  return (
    <ul className={styles.news}>
      {Object.entries(facts).map(([fact, count]) =>
        count > 0 ? <li key={fact}>{t(fact as keyof typeof facts, { count })}</li> : null,
      )}
    </ul>
  );
};

const sessionTitles = ({ records }: Backup): string[] =>
  records
    .filter(({ noun, v }) => noun === 'session' && (v['deletedAt'] ?? null) === null)
    .map(({ v }) => (typeof v['title'] === 'string' ? v['title'] : ''));
