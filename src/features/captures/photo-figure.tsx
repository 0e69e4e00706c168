/** One photo in the sheet of its line: whole, with its caption, where it is kept, and the way to take it off. */
import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { PhotoPicture } from '#parts/photo-picture.tsx';
import { RecordField } from '#parts/record-field.tsx';
import type { Delivery } from '#storage/queries/delivery.ts';
import { fileFacts } from '#storage/queries/photos.ts';
import { useLive } from '#storage/use-live.ts';
import { StateMark } from '#ui/state-mark.tsx';
import type { Photo } from './photo-commands.ts';
import { PhotoLarge } from './photo-large.tsx';
import styles from './photos.module.css';

interface PhotoFigureProps {
  readonly photo: Photo;
  readonly number: number;
  readonly reference: string;
  readonly delivery: Delivery;
  readonly onRemove: () => void;
}

const marks = {
  'on-tablet': { tone: 'tablet', label: 'onTablet' },
  'on-server': { tone: 'server', label: 'onServer' },
  'needs-look': { tone: 'look', label: 'needsLook' },
} as const;

export const PhotoFigure = ({ photo, number, reference, delivery, onRemove }: PhotoFigureProps) => {
  const t = useTranslations('captures.photo');
  const app = useTranslations('app');
  const noun = useTranslations('nouns.photo');
  const [isLarge, setLarge] = useState(false);
  const facts = useLive(() => (photo.sha256 ? fileFacts(photo.sha256) : null), [photo.sha256]);
  const alt = photo.caption || t('alt', { number, ref: reference });

  return (
    <figure className={styles.figure} aria-label={t('alt', { number, ref: reference })}>
      <button type="button" className={styles.whole} aria-label={t('large', { number })} onClick={() => setLarge(true)}>
        <PhotoPicture photo={photo} alt={alt} size="whole" />
      </button>
      <figcaption className={styles.caption}>
        <RecordField record={photo} field="caption" label={noun('caption')} multiline />
      </figcaption>
      {facts?.trouble ? <p role="status">{t(facts.trouble === 'too-large' ? 'tooLarge' : 'damaged')}</p> : null}
      <div className={styles.foot}>
        <StateMark tone={marks[delivery].tone} label={app(`state.${marks[delivery].label}`)} />
        <Button variant="subtle" color="danger" leftSection={<IconTrash aria-hidden />} onClick={onRemove}>
          {t('remove')}
        </Button>
      </div>
      {isLarge ? <PhotoLarge photo={photo} alt={alt} onClose={() => setLarge(false)} /> : null}
    </figure>
  );
};
