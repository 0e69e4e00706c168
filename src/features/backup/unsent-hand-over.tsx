/** Handing over everything that no server has, to a tablet that is near or that has a network. */
import { useTranslations } from 'use-intl';
import { FileMaker } from '#parts/file-maker.tsx';
import { unsentExtent, type UnsentExtent, unsentHandOver } from '#storage/queries/hand-over.ts';
import { useLive } from '#storage/use-live.ts';
import { Loading } from '#ui/loading.tsx';
import { Section } from '#ui/section.tsx';
import { makeBackup } from './backup-file.ts';
import { Personal } from './backup-holds.tsx';
import styles from './backup.module.css';

export const UnsentHandOver = () => {
  const t = useTranslations('reports.backup.handOver');
  const app = useTranslations('app');
  const words = useTranslations('documents.files');
  const extent = useLive(unsentExtent, []);
  return (
    <Section id="hand-over" title={t('title')} note={t('note')}>
      {extent === undefined ? (
        <Loading label={app('loading')} lines={3} />
      ) : extent.total === 0 ? (
        <p className={styles.last}>{t('nothing')}</p>
      ) : (
        <div className={styles.panel}>
          <UnsentHolds extent={extent} />
          <FileMaker
            quiet
            label={t('make')}
            make={(options) => makeBackup({ title: t('what'), what: words('handOver') }, unsentHandOver(), options)}
          />
          <p className={styles.note}>{t('stays')}</p>
        </div>
      )}
    </Section>
  );
};

const UnsentHolds = ({ extent }: { readonly extent: UnsentExtent }) => {
  const t = useTranslations('reports.backup');
  const app = useTranslations('app.empty');
  const { lines, people, photos, marks, total, titles, sessions } = extent;
  const others = total - lines - people - photos;
  return (
    <div className={styles.holds}>
      <h3 className={styles.holdsTitle}>{t('handOver.holds')}</h3>
      <ul className={styles.facts}>
        <li>{t('lines', { count: lines })}</li>
        <li>{t('people', { count: people })}</li>
        {photos > 0 ? <li>{t('photos', { count: photos })}</li> : null}
        {others > 0 ? <li>{t('others', { count: others })}</li> : null}
      </ul>
      {sessions > 0 ? (
        <ul className={styles.titles}>
          {titles.map((title, at) => (
            <li key={at}>{title || app('untitled')}</li>
          ))}
          {sessions > titles.length ? <li>{t('restore.more', { count: sessions - titles.length })}</li> : null}
        </ul>
      ) : null}
      <p className={styles.note}>{t('handOver.belonging')}</p>
      {/* Whoever a mark is of comes with it, and a photo's line with the photo. */}
      <Personal people={people + marks} lines={lines + photos} />
    </div>
  );
};
