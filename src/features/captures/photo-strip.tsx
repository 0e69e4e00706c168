/** The photos of a line, small, on its row. A tap opens the line with them. */
import { useTranslations } from 'use-intl';
import type { Id } from '#domain/id.ts';
import { PhotoPicture } from '#parts/photo-picture.tsx';
import { photosOf } from '#storage/queries/photos.ts';
import { useLive } from '#storage/use-live.ts';
import styles from './photos.module.css';

interface PhotoStripProps {
  readonly captureId: Id<'capture'>;
  readonly reference: string;
  readonly onOpen: () => void;
}

export const PhotoStrip = ({ captureId, reference, onOpen }: PhotoStripProps) => {
  const t = useTranslations('captures.photo');
  const photos = useLive(() => photosOf(captureId), [captureId]);
  return (
    <div className={styles.strip}>
      {photos?.map((photo, at) => (
        <button
          key={photo.id}
          type="button"
          className={styles.small}
          aria-label={t('small', { number: at + 1, ref: reference, caption: photo.caption ?? '' })}
          onClick={onOpen}
        >
          <PhotoPicture photo={photo} alt="" size="small" />
        </button>
      ))}
    </div>
  );
};
