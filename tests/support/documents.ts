/** Makes documents in tests: the same entry as the tablet's worker, with a clock that stands still. */
import { type DocumentJob, type FileOf, makeFile, type MadeFile } from '#documents/make.ts';
import type { SessionBundle } from '#domain/session-bundle.ts';
import { loadCatalogue } from '#language/load.ts';
import type { Language } from '#language/locales.ts';

/** 22 November 2026, 17:00 in Seychelles. */
export const madeAt = Date.parse('2026-11-22T13:00:00Z');

export const make = async (
  job: DocumentJob,
  bundle: SessionBundle,
  locale: Language = 'en',
  timeZone = 'Indian/Mahe',
  fileOf?: FileOf,
): Promise<MadeFile> =>
  makeFile(
    { job, bundle, madeAt, language: { locale, timeZone, messages: await loadCatalogue(locale) } },
    undefined,
    fileOf,
  );

export const textOf = ({ bytes }: MadeFile): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
