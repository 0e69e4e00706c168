/** Taking photos of lines: one after the other, each kept or with its reason why not. */
import { useCallback, useRef, useState } from 'react';
import type { CommitFailure } from '#storage/commit.ts';
import { addPhoto, type Photo, type PhotoLine } from './photo-commands.ts';
import { preparePicture } from './prepare-picture.ts';
import type { Picture, PictureProblem } from './scale-picture.ts';

/** The line itself could not be written, so that there is nothing yet that the photo would be of. */
export interface LineNotKept {
  readonly type: 'photo/line-not-kept';
}
export type PhotoTrouble = PictureProblem | LineNotKept | CommitFailure;

/** `undo`: takes a line back that was made for the photo alone. */
export interface FoundLine extends PhotoLine {
  readonly undo?: () => Promise<unknown>;
}

/** Finds, or makes, the line that a photo is of. */
export type LineOfPhoto = () => Promise<FoundLine | undefined>;

export interface PhotoTaking {
  /** Photos on their way to the disk. */
  readonly busy: number;
  readonly trouble: PhotoTrouble | undefined;
  /** Answers the photo once it is on the disk. */
  readonly take: (file: Blob, line: LineOfPhoto) => Promise<KeptPhoto | undefined>;
  /** Tries the last one again; absent where that cannot help. */
  readonly retry: (() => Promise<KeptPhoto | undefined>) | undefined;
}

export interface KeptPhoto {
  readonly photo: Pick<Photo, 'id' | 'scope'>;
  readonly line: FoundLine;
}

interface Failed {
  readonly trouble: PhotoTrouble;
  /** What can be tried again, with the line it is of. */
  readonly again?: { readonly picture: Picture; readonly line: LineOfPhoto };
}

export function usePhotoTaking(): PhotoTaking {
  const [busy, setBusy] = useState(0);
  const [failed, setFailed] = useState<Failed>();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const running = useRef(0);

  /** One at a time: several pictures at once are more than a tablet's memory holds. */
  const inTurn = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    // What befell one of several chosen at once stays in sight while the others go on.
    if (running.current === 0) setFailed(undefined);
    const count = (by: number) => setBusy((running.current += by));
    count(1);
    const mine = last.current.then(work).finally(() => count(-1));
    last.current = mine.catch(() => undefined);
    return mine;
  }, []);

  const keep = useCallback(async (picture: Picture, line: LineOfPhoto): Promise<KeptPhoto | undefined> => {
    const of = await line();
    if (!of) {
      setFailed({ trouble: { type: 'photo/line-not-kept' }, again: { picture, line } });
      return undefined;
    }
    const kept = await addPhoto(of, picture);
    if (kept.ok) return { photo: kept.value, line: of };
    // The line is there by now: it is not made again.
    setFailed({ trouble: kept.error, again: { picture, line: () => Promise.resolve(of) } });
    return undefined;
  }, []);

  const take = useCallback(
    (file: Blob, line: LineOfPhoto) =>
      inTurn(async () => {
        const scaled = await preparePicture(file);
        if (scaled.ok) return keep(scaled.value, line);
        setFailed({ trouble: scaled.error });
        return undefined;
      }),
    [inTurn, keep],
  );

  const again = failed?.again;
  return {
    busy,
    trouble: failed?.trouble,
    take,
    retry: again && (() => inTurn(() => keep(again.picture, again.line))),
  };
}
