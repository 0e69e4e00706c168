/** Makes a file in place: a button, then how far it is and the way to stop it, then the file to save or hand on. */
import { Button } from '@mantine/core';
import { IconDownload, IconFile, IconShare2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { canShareFile, type FileToKeep, saveFile, shareFile } from '#parts/hand-on.ts';
import { type FileFailure, type Make, useMaking } from '#parts/use-making.ts';
import { Problem } from '#ui/problem.tsx';
import styles from './file-maker.module.css';

interface FileMakerProps {
  readonly make: Make;
  /** The words of the button, e.g. "Make the report". */
  readonly label: string;
  /** Where another button of the page is the primary one. */
  readonly quiet?: boolean;
  /** The file was saved or handed on. */
  readonly onKept?: () => void;
}

export const FileMaker = ({ make, label, quiet = false, onKept }: FileMakerProps) => {
  const t = useTranslations('reports.file');
  const app = useTranslations('app.do');
  const { making, start, cancel } = useMaking(make);
  const variant = quiet ? 'default' : 'filled';
  switch (making.state) {
    case 'idle':
      return (
        <div className={styles.buttons}>
          <Button variant={variant} onClick={() => void start()}>
            {label}
          </Button>
        </div>
      );
    case 'making':
      return (
        <div className={styles.making}>
          <label className={styles.progress}>
            {t('making')}
            <progress max={1} value={making.share} />
          </label>
          <Button variant="default" onClick={cancel}>
            {app('cancel')}
          </Button>
        </div>
      );
    case 'made':
      return <MadeFile {...making} variant={variant} onAgain={() => void start()} onKept={onKept} />;
    case 'failed':
      return <FileProblem failure={making.failure} onRetry={() => void start()} />;
  }
};

interface MadeFileProps {
  readonly file: FileToKeep;
  readonly at: number;
  readonly variant: string;
  readonly onAgain: () => void;
  readonly onKept: (() => void) | undefined;
}

const MadeFile = ({ file, at, variant, onAgain, onKept }: MadeFileProps) => {
  const t = useTranslations('reports.file');
  const format = useFormatter();
  const [outcome, setOutcome] = useState<'saved' | 'shared' | 'notShared'>();

  const save = () => {
    saveFile(file);
    setOutcome('saved');
    onKept?.();
  };
  const share = async () => {
    const answer = await shareFile(file);
    if (answer === 'closed') return;
    setOutcome(answer === 'shared' ? 'shared' : 'notShared');
    if (answer === 'shared') onKept?.();
  };

  const kilobytes = Math.max(1, Math.round(file.bytes.length / 1000));
  const size =
    kilobytes < 1000
      ? t('kilobytes', { count: kilobytes })
      : t('megabytes', { count: Math.round(kilobytes / 100) / 10 });
  return (
    <div className={styles.made}>
      <div role="status" className={styles.file}>
        <IconFile aria-hidden className={styles.icon} />
        <div className={styles.words}>
          <p className={styles.name}>{file.name}</p>
          <p className={styles.facts}>
            {size} · {t('madeAt', { time: format.dateTime(at, { hour: '2-digit', minute: '2-digit' }) })}
          </p>
        </div>
      </div>
      <div className={styles.buttons}>
        <Button variant={variant} leftSection={<IconDownload aria-hidden />} onClick={save}>
          {t('save')}
        </Button>
        {outcome !== 'notShared' && canShareFile(file) ? (
          <Button leftSection={<IconShare2 aria-hidden />} onClick={() => void share()}>
            {t('share')}
          </Button>
        ) : null}
        <Button variant="subtle" onClick={onAgain}>
          {t('again')}
        </Button>
      </div>
      <p role="status" className={styles.outcome} data-refused={outcome === 'notShared' || undefined}>
        {outcome ? t(outcome) : ''}
      </p>
    </div>
  );
};

const FileProblem = ({ failure, onRetry }: { readonly failure: FileFailure; readonly onRetry: () => void }) => {
  const t = useTranslations('reports.file');
  const problems = useTranslations('problems.commit');
  const which = failure.type === 'documents/words-missing' ? 'wordsMissing' : 'failed';
  return (
    <Problem
      happened={t(`${which}.happened`)}
      safe={t('failed.safe')}
      advice={t(`${which}.advice`)}
      detail={failure.type === 'documents/failed' ? failure.detail : undefined}
      detailLabel={problems('detail')}
      actions={<Button onClick={onRetry}>{problems('retry')}</Button>}
    />
  );
};
