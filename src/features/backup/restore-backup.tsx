/**
 * Adding from a hand-over or a backup: a file is chosen, looked at, and merged in when a person says so. Until then
 * nothing is written. The address `#restore` leads here.
 */
import { Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useRef } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl';
import { Loading } from '#ui/loading.tsx';
import { Section } from '#ui/section.tsx';
import { BackupPreview } from './backup-preview.tsx';
import { RestoreProblem } from './restore-problem.tsx';
import { type Restoring, useRestore } from './use-restore.ts';
import styles from './backup.module.css';

export const RestoreBackup = () => {
  const t = useTranslations('reports.backup.restore');
  return (
    <Section id="restore" title={t('title')} note={t('note')}>
      <RestoreSteps {...useRestore()} />
    </Section>
  );
};

const RestoreSteps = ({ restoring, read, cancel, bring }: ReturnType<typeof useRestore>) => {
  const t = useTranslations('reports.backup.restore');
  const app = useTranslations('app.do');
  const choose = (label: string) => <ChooseFile label={label} onFile={(file) => void read(file)} />;
  switch (restoring.state) {
    case 'idle':
      return choose(t('choose'));
    case 'reading':
    case 'comparing':
    case 'restoring':
      return (
        <div className={styles.panel}>
          <p role="status">{stepOf(restoring, t)}</p>
          <Loading label={stepOf(restoring, t)} lines={2} />
          {restoring.state === 'restoring' ? null : (
            <div className={styles.buttons}>
              <Button onClick={cancel}>{app('cancel')}</Button>
            </div>
          )}
        </div>
      );
    case 'ready': {
      const { backup, brings } = restoring;
      const bringsSomething = brings.added + brings.changed + brings.photos > 0;
      return (
        <div className={styles.panel}>
          <BackupPreview backup={backup} brings={brings} />
          {bringsSomething ? null : <p role="status">{t('nothingNew')}</p>}
          <div className={styles.buttons}>
            {bringsSomething ? (
              <Button variant="filled" onClick={() => void bring(backup)}>
                {t('restore')}
              </Button>
            ) : null}
            {choose(t('chooseOther'))}
          </div>
        </div>
      );
    }
    case 'done':
      return (
        <div className={styles.panel}>
          <p role="status" className={styles.done}>
            {t('done', { ...restoring.brought })}{' '}
            {restoring.brought.photosNotKept > 0 ? t('photosNotKept', { count: restoring.brought.photosNotKept }) : ''}
          </p>
          {restoring.brought.added + restoring.brought.changed > 0 ? <p>{t('keepFile')}</p> : null}
          <div className={styles.buttons}>
            <Button component={Link} to="/" variant="filled">
              {t('toSessions')}
            </Button>
            {choose(t('chooseOther'))}
          </div>
        </div>
      );
    case 'failed':
      return <RestoreProblem problem={restoring.problem} name={restoring.name} actions={choose(t('chooseOther'))} />;
  }
};

function stepOf(
  restoring: Extract<Restoring, { state: 'reading' | 'comparing' | 'restoring' }>,
  t: ReturnType<typeof useTranslations<'reports.backup.restore'>>,
): string {
  return restoring.state === 'reading' ? t('reading', { name: restoring.name }) : t(restoring.state);
}

interface ChooseFileProps {
  readonly label: string;
  readonly onFile: (file: File) => void;
}

/** Any file can be picked: a tablet does not know what `.baraza` is, and greys out what it does not know. */
const ChooseFile = ({ label, onFile }: ChooseFileProps) => {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div>
      <Button leftSection={<IconArchive aria-hidden />} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          // The same file may be chosen again after it was copied anew.
          event.currentTarget.value = '';
          if (chosen) onFile(chosen);
        }}
      />
    </div>
  );
};
