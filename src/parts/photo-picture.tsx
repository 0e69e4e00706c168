/** The picture of a photo: from this tablet, else asked for, with a word on where it is meanwhile. */
import { IconCloud, IconDeviceTabletShare, IconPhotoOff } from '@tabler/icons-react';
import { useContext, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { fileFacts, pictureOf } from '#storage/queries/photos.ts';
import type { Entity } from '#storage/row.ts';
import { useLive } from '#storage/use-live.ts';
import { type Fetching, PhotoSourceContext } from './photo-source.ts';
import styles from './picture.module.css';

interface PhotoPictureProps {
  readonly photo: Entity<'photo'>;
  /** What is read out for it. */
  readonly alt: string;
  readonly size: 'small' | 'whole';
}

export const PhotoPicture = ({ photo, alt, size }: PhotoPictureProps) => {
  const { url, fetching } = usePicture(photo.sha256 ?? undefined, size);
  const { width, height } = photo;
  const shape = width && height ? { aspectRatio: `${width} / ${height}` } : undefined;
  if (url === undefined)
    return <Missing fetching={fetching} size={size} shape={size === 'whole' ? shape : undefined} />;
  return (
    <img
      src={url}
      alt={alt}
      width={width ?? undefined}
      height={height ?? undefined}
      decoding="async"
      className={size === 'whole' ? `${styles.picture} ${styles.whole}` : styles.picture}
    />
  );
};

const icons = {
  coming: IconCloud,
  away: IconCloud,
  elsewhere: IconDeviceTabletShare,
  'no-room': IconPhotoOff,
} as const;

interface MissingProps {
  readonly fetching: Fetching | 'reading';
  readonly size: 'small' | 'whole';
  readonly shape: { readonly aspectRatio: string } | undefined;
}

const Missing = ({ fetching, size, shape }: MissingProps) => {
  const t = useTranslations('captures.photo.where');
  if (fetching === 'reading') return <span className={styles.missing} style={shape} />;
  const Icon = icons[fetching];
  const words = t(fetching);
  return size === 'small' ? (
    <span role="img" aria-label={words} title={words} className={styles.missing}>
      <Icon aria-hidden />
    </span>
  ) : (
    <p className={styles.missing} style={shape}>
      <Icon aria-hidden />
      {words}
    </p>
  );
};

interface Shown {
  /** Undefined while there is nothing to show. */
  readonly url: string | undefined;
  readonly fetching: Fetching | 'reading';
}

function usePicture(sha256: string | undefined, size: 'small' | 'whole'): Shown {
  const source = useContext(PhotoSourceContext);
  const facts = useLive(() => (sha256 ? fileFacts(sha256) : null), [sha256]);
  const [url, setUrl] = useState<string>();
  const [fetching, setFetching] = useState<Fetching>('coming');
  const here = facts !== undefined && facts !== null;

  useEffect(() => {
    if (!sha256 || !here) return;
    let open = true;
    let made: string | undefined;
    const show = async () => {
      const picture = await pictureOf(sha256, size);
      if (!open || !picture) return;
      made = URL.createObjectURL(picture);
      setUrl(made);
    };
    void show();
    return () => {
      open = false;
      if (made) URL.revokeObjectURL(made);
      setUrl(undefined);
    };
  }, [sha256, here, size]);

  useEffect(() => {
    if (!sha256 || facts !== null) return;
    return source.want(sha256, setFetching);
  }, [sha256, facts, source]);

  return { url, fetching: facts === undefined || here ? 'reading' : fetching };
}
