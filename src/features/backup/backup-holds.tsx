/** How much a backup will hold, and what to know before it is given away. */
import { useTranslations } from 'use-intl';
import type { BackupExtent } from '#storage/queries/backup.ts';
import styles from './backup.module.css';

export const BackupHolds = ({ extent }: { readonly extent: BackupExtent }) => {
  const t = useTranslations('reports.backup');
  const { sessions, lines, people, photos, photosBeyond, photosAway, total } = extent;
  const others = total - sessions - lines - people;
  return (
    <div className={styles.holds}>
      <h3 className={styles.holdsTitle}>{t('holds')}</h3>
      <ul className={styles.facts}>
        <li>{t('sessions', { count: sessions })}</li>
        <li>{t('lines', { count: lines })}</li>
        <li>{t('people', { count: people })}</li>
        {photos > 0 ? <li>{t('photos', { count: photos })}</li> : null}
        {others > 0 ? <li>{t('others', { count: others })}</li> : null}
      </ul>
      {photosBeyond > 0 ? <p className={styles.note}>{t('photosBeyond', { count: photosBeyond })}</p> : null}
      {photosAway > 0 ? <p className={styles.note}>{t('photosAway', { count: photosAway })}</p> : null}
      <p className={styles.note}>{t('deleted')}</p>
      <Personal people={people} lines={lines} />
    </div>
  );
};

/** Whose file it is to read: said only of what is in it. */
export const Personal = ({ people, lines }: { readonly people: number; readonly lines: number }) => {
  const t = useTranslations('reports.backup');
  if (people === 0 && lines === 0) return null;
  return <p className={styles.personal}>{people > 0 ? t('personal') : t('personalLines')}</p>;
};
