/** What the browser keeps of this tablet, whether it may delete it, and how much room there is. */
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { askToKeep, type Keeping, readKeeping, readRoom, type Room } from '#storage/keeping.ts';
import { Section } from '#ui/section.tsx';
import { InstallSteps } from './install-steps.tsx';
import { roomWords } from './room-words.ts';
import styles from './device.module.css';

export const KeepingSection = () => {
  const t = useTranslations('device.keeping');
  const [keeping, setKeeping] = useState<Keeping>();
  const [asked, setAsked] = useState(false);

  useEffect(() => {
    void readKeeping().then(setKeeping);
  }, []);

  const ask = async () => {
    setKeeping(await askToKeep());
    setAsked(true);
  };

  return (
    <Section id="keeping" title={t('title')}>
      {keeping === 'kept' ? <p role="status">{t('kept')}</p> : null}
      {keeping === 'not-said' ? <p>{t('notSaid')}</p> : null}
      {keeping === 'may-be-deleted' ? (
        <>
          <p>
            {t('mayBeDeleted')} {t('mayBeDeletedAdvice')}
          </p>
          <div className={styles.actions}>
            <Button onClick={() => void ask()}>{t('ask')}</Button>
          </div>
          <p role="status" className={styles.said}>
            {asked ? t('stillNot') : null}
          </p>
        </>
      ) : null}
      <RoomLeft />
      <InstallSteps />
    </Section>
  );
};

const RoomLeft = () => {
  const t = useTranslations('device.keeping');
  const format = useFormatter();
  const [room, setRoom] = useState<Room>();
  useEffect(() => {
    void readRoom().then(setRoom);
  }, []);
  if (!room) return null;
  const words = roomWords(room);
  const say = (size: (typeof words)['used']) =>
    size.unit === 'little'
      ? t('little')
      : format.number(size.value, { style: 'unit', unit: size.unit, unitDisplay: 'short', maximumFractionDigits: 0 });
  return (
    <p>
      {t('used', { used: say(words.used), free: say(words.free) })} {words.isNearlyFull ? t('nearlyFull') : null}
    </p>
  );
};
