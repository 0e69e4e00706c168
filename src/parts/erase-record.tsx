/** Erasing for ever: what goes, what stays, what it cannot reach, and a button that names what is erased. */
import { Button } from '@mantine/core';
import { IconEraser } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import type { CommitFailure } from '#storage/commit.ts';
import { erase } from '#storage/erase.ts';
import { mayEraseIn } from '#storage/erasure.ts';
import type { Entity } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';
import { useLive } from '#storage/use-live.ts';
import { CommitProblem } from './commit-problem.tsx';
import styles from './erase-record.module.css';

interface EraseRecordProps {
  readonly record: Entity<'person' | 'capture'>;
  /** What people know it by. */
  readonly name: string;
}

export const EraseRecord = ({ record, name }: EraseRecordProps) => {
  const t = useTranslations('erasing');
  const [asked, setAsked] = useState(false);
  const isPerson = record.noun === 'person';
  const may = useLive(() => mayEraseIn(db, record.scope), [record.scope]);
  if (may !== true) return null;
  if (asked) return <Question record={record} name={name} onKeep={() => setAsked(false)} />;
  return (
    <div>
      <Button variant="subtle" color="danger" leftSection={<IconEraser aria-hidden />} onClick={() => setAsked(true)}>
        {t(isPerson ? 'askPerson' : 'askLine')}
      </Button>
    </div>
  );
};

const Question = ({ record, name, onKeep }: EraseRecordProps & { readonly onKeep: () => void }) => {
  const t = useTranslations('erasing');
  const menu = useTranslations('captures.menu');
  const [failure, setFailure] = useState<CommitFailure>();
  const [working, setWorking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // All of it is to be read before it is answered.
    heading.current?.parentElement?.scrollIntoView({ block: 'start' });
  }, []);

  const points =
    record.noun === 'person'
      ? [
          t('personGoes'),
          t('personKeeps'),
          t('personElsewhere', { open: menu('details'), erase: t('askLine'), remove: menu('remove') }),
        ]
      : [t('lineGoes'), t('lineKeeps')];
  const go = async () => {
    setWorking(true);
    setFailure(await erase(record.noun, record.id));
    setWorking(false);
  };
  return (
    <section aria-labelledby={id} className={styles.question}>
      <h3 ref={heading} id={id} tabIndex={-1} className={styles.title}>
        {t('title', { name })}
      </h3>
      <ul className={styles.points}>
        {[...points, t('files')].map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className={styles.never}>{t('never')}</p>
      <CommitProblem failure={failure} onRetry={() => void go()} />
      <div className={styles.actions}>
        <Button variant="default" onClick={onKeep}>
          {t('keep')}
        </Button>
        <Button color="danger" disabled={working} onClick={() => void go()}>
          <span className={styles.named}>{t('confirm', { name })}</span>
        </Button>
      </div>
    </section>
  );
};

/** What stands in the place of what was erased: when, by whom, and what stays. */
export const ErasedNote = ({ record }: { readonly record: Entity<'person' | 'capture'> }) => {
  const t = useTranslations('erasing');
  const format = useFormatter();
  const { erasedAt, erasedBy, noun } = record;
  const date = erasedAt == null ? '' : format.dateTime(erasedAt, { dateStyle: 'long' });
  return (
    <div className={styles.note}>
      {date === '' ? null : <p>{erasedBy ? t('whenBy', { date, name: erasedBy }) : t('when', { date })}</p>}
      <p>{t(noun === 'person' ? 'personStays' : 'lineStays')}</p>
    </div>
  );
};
