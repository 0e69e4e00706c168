/** What a document will hold, kept true as the session changes. */
import { useEffect, useState } from 'react';
import type { Preview } from '#documents/make.ts';
import type { Result } from '#domain/result.ts';
import type { SessionBundle } from '#domain/session-bundle.ts';
import type { FileFailure } from '#parts/use-making.ts';
import { type DocumentChoice, jobOf } from './choices.ts';
import { type DocumentManner, previewDocument } from './document.ts';

/** Undefined while it is looked at for the first time; a change of the session leaves the last one on screen. */
export function usePreview(
  choice: DocumentChoice,
  contactDetails: boolean,
  bundle: SessionBundle,
  { locale, timeZone }: DocumentManner,
): Result<Preview, FileFailure> | undefined {
  const wanted = [choice, contactDetails, locale, timeZone].join();
  const [shown, setShown] = useState<{ readonly of: string; readonly answer: Result<Preview, FileFailure> }>();

  useEffect(() => {
    const control = new AbortController();
    void previewDocument(jobOf(choice, contactDetails), bundle, { locale, timeZone }, control.signal).then((answer) => {
      if (!control.signal.aborted) setShown({ of: wanted, answer });
    });
    return () => control.abort();
  }, [choice, contactDetails, bundle, locale, timeZone, wanted]);

  return shown?.of === wanted ? shown.answer : undefined;
}
