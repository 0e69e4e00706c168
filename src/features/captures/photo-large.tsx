/** A photo on the whole screen, to read a flip chart from. A tap anywhere, the cross and Escape close it. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { SyntheticEvent } from 'react';
import { useTranslations } from 'use-intl';
import { PhotoPicture } from '#parts/photo-picture.tsx';
import type { Photo } from './photo-commands.ts';
import styles from './photos.module.css';

interface PhotoLargeProps {
  readonly photo: Photo;
  readonly alt: string;
  readonly onClose: () => void;
}

export const PhotoLarge = ({ photo, alt, onClose }: PhotoLargeProps) => {
  const app = useTranslations('app.do');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);

  return (
    // A tap lands on what is in it; the keyboard closes it by Escape.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles.large}
      aria-label={alt}
      onClick={onClose}
      // The sheet beneath it stays: React would tell it of these, too.
      onClose={alone(onClose)}
      onCancel={alone()}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
    >
      <PhotoPicture photo={photo} alt={alt} size="whole" />
      <ActionIcon className={styles.close} variant="default" aria-label={app('close')}>
        <IconX aria-hidden />
      </ActionIcon>
    </dialog>
  );
};

const alone =
  (act?: () => void) =>
  (event: SyntheticEvent): void => {
    event.stopPropagation();
    act?.();
  };
