/** The photo button at the foot of the list: one tap opens the camera, and what was taken stands on its line. */
import { ActionIcon } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { memo, useCallback, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { LinePlace } from '#storage/queries/captures.ts';
import { offerUndo } from '#ui/undo.ts';
import { lineOfPhoto } from './line-of-photo.ts';
import { deletePhoto } from './photo-commands.ts';
import { PhotoInput } from './photo-input.tsx';
import { PhotoTrouble } from './photo-trouble.tsx';
import type { TypedLine } from './typed-line.ts';
import { type KeptPhoto, usePhotoTaking } from './use-photo-taking.ts';
import styles from './photos.module.css';

interface BarPhotos {
  readonly place: LinePlace;
  readonly line: TypedLine;
  readonly refOf: (id: string) => string;
}

export function useBarPhotos({ place, line, refOf }: BarPhotos): {
  readonly button: ReactNode;
  readonly trouble: ReactNode;
} {
  const t = useTranslations('captures.photo');
  const { busy, trouble, take, retry } = usePhotoTaking();

  const offer = (kept: KeptPhoto | undefined) => {
    if (!kept) return;
    const { photo, line: of } = kept;
    const undo = () => Promise.all([deletePhoto(photo), of.undo?.()]);
    offerUndo({ done: t('added', { ref: refOf(of.id) }), undo });
  };

  // The line may have got its place while the picture was made smaller.
  const latest = useRef({ place, line, offer, take });
  latest.current = { place, line, offer, take };
  const onPicture = useCallback((file: File) => {
    const now = latest.current;
    void now.take(file, lineOfPhoto(now.place, now.line)).then((kept) => latest.current.offer(kept));
  }, []);

  return {
    button: <BarCamera busy={busy > 0} onPicture={onPicture} />,
    trouble: (
      <>
        <PhotoTrouble trouble={trouble} onRetry={retry && (() => void retry().then(offer))} />
        <p role="status" className={styles.status}>
          {busy > 0 ? t('keeping') : ''}
        </p>
      </>
    ),
  };
}

interface BarCameraProps {
  readonly busy: boolean;
  readonly onPicture: (file: File) => void;
}

/** What no key changes is not drawn again with every key. */
const BarCamera = memo(({ busy, onPicture }: BarCameraProps) => {
  const t = useTranslations('captures.photo');
  return (
    <PhotoInput
      camera
      label={t('take')}
      onPicture={onPicture}
      renderButton={(open) => (
        <ActionIcon
          className={styles.camera}
          aria-label={t('add')}
          title={t('add')}
          data-busy={busy || undefined}
          onClick={open}
        >
          <IconCamera aria-hidden />
        </ActionIcon>
      )}
    />
  );
});
