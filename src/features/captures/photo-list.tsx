/** The photos of a line in its sheet: each whole, with its caption and where it is; and the ways to add one. */
import { Button } from '@mantine/core';
import { IconCamera, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { CommitProblem } from '#parts/commit-problem.tsx';
import type { CommitFailure } from '#storage/commit.ts';
import { deliveryOf, unsentIn } from '#storage/queries/delivery.ts';
import { photosOf } from '#storage/queries/photos.ts';
import { useLive } from '#storage/use-live.ts';
import { offerUndo } from '#ui/undo.ts';
import type { Line } from './commands.ts';
import { deletePhoto, type Photo } from './photo-commands.ts';
import { PhotoFigure } from './photo-figure.tsx';
import { PhotoInput } from './photo-input.tsx';
import { PhotoTrouble } from './photo-trouble.tsx';
import { usePhotoTaking } from './use-photo-taking.ts';
import styles from './photos.module.css';

interface PhotoListProps {
  readonly line: Line;
  readonly reference: string;
}

export const PhotoList = ({ line, reference }: PhotoListProps) => {
  const t = useTranslations('captures.photo');
  // What is to be sent is read last: a photo that has no mark by then is on the server.
  const read = useLive(
    async () => ({ photos: await photosOf(line.id), unsent: await unsentIn(line.scope) }),
    [line.id, line.scope],
  );
  const photos = read?.photos;
  const { busy, trouble, take, retry } = usePhotoTaking();
  const [failure, setFailure] = useState<CommitFailure>();

  const remove = async (photo: Photo) => {
    const refused = await deletePhoto(photo);
    setFailure(refused);
    if (!refused) offerUndo({ done: t('removed', { ref: reference }), undo: () => deletePhoto(photo, false) });
  };
  const add = (file: File) => void take(file, () => Promise.resolve(line));

  return (
    <div className={styles.photos} role="group" aria-label={t('title')}>
      <p className={styles.title}>{t('title')}</p>
      {photos?.map((photo, at) => (
        <PhotoFigure
          key={photo.id}
          photo={photo}
          number={at + 1}
          reference={reference}
          delivery={deliveryOf(read?.unsent, photo)}
          onRemove={() => void remove(photo)}
        />
      ))}
      <CommitProblem failure={failure} />
      {photos?.length === 0 && busy === 0 ? <p className={styles.none}>{t('none')}</p> : null}
      <p role="status">{busy > 0 ? t('keeping') : ''}</p>
      <PhotoTrouble trouble={trouble} onRetry={retry && (() => void retry())} />
      <div className={styles.ways}>
        <PhotoInput
          camera
          label={t('take')}
          onPicture={add}
          renderButton={(open) => (
            <Button leftSection={<IconCamera aria-hidden />} onClick={open}>
              {t('take')}
            </Button>
          )}
        />
        <PhotoInput
          camera={false}
          label={t('choose')}
          onPicture={add}
          renderButton={(open) => (
            <Button leftSection={<IconPhoto aria-hidden />} onClick={open}>
              {t('choose')}
            </Button>
          )}
        />
      </div>
    </div>
  );
};
