/** How much a backup will hold, and what to know before it is given away. */
import { useTranslations } from 'use-intl';
import type { BackupExtent } from '#storage/queries/backup.ts';
import styles from './backup.module.css';

export const BackupHolds = ({ extent }: { readonly extent: BackupExtent }) => {
  const t = useTranslations('reports.backup');
  const { sessions, lines, people, photos, photosBeyond, photosAway, total } = extent;
  return (
    <div className={styles.holds}>
      <h3 className={styles.holdsTitle}>{t('holds')}</h3>
      <ul className={styles.facts}>
        <li>{t('sessions', { count: sessions })}</li>
        <li>{t('lines', { count: lines })}</li>
        <li>{t('people', { count: people })}</li>
        {photos > 0 ? <li>{t('photos', { count: photos })}</li> : null}
        <li>{t('others', { count: total - sessions - lines - people })}</li>
      </ul>
      {photosBeyond > 0 ? <p className={styles.note}>{t('photosBeyond', { count: photosBeyond })}</p> : null}
      {photosAway > 0 ? <p className={styles.note}>{t('photosAway', { count: photosAway })}</p> : null}
      <p className={styles.note}>{t('deleted')}</p>
      <p className={styles.personal}>{t('personal')}</p>
    </div>
  );
};
