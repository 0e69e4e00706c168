/** Asks the worker for a document, or for a look at what it will hold. */
import { ask } from '#documents/client.ts';
import type { DocumentJob, DocumentRequest, Preview } from '#documents/make.ts';
import { err, ok, type Result } from '#domain/result.ts';
import type { SessionBundle } from '#domain/session-bundle.ts';
import { loadCatalogue } from '#language/load.ts';
import type { Language } from '#language/locales.ts';
import type { FileToKeep } from '#parts/hand-on.ts';
import type { FileFailure, MakeOptions } from '#parts/use-making.ts';
import { pictureOf } from '#storage/queries/photos.ts';

/** In which language, and by the clocks of which place. */
export interface DocumentManner {
  readonly locale: Language;
  readonly timeZone: string;
}

export async function makeDocument(
  job: DocumentJob,
  bundle: SessionBundle,
  manner: DocumentManner,
  options: MakeOptions,
): Promise<Result<FileToKeep, FileFailure>> {
  const request = await requestOf(job, bundle, manner);
  return request.ok
    ? ask({ ask: 'make', request: request.value }, { ...options, fileOf: (sha256) => pictureOf(sha256, 'whole') })
    : request;
}

export async function previewDocument(
  job: DocumentJob,
  bundle: SessionBundle,
  manner: DocumentManner,
  signal: AbortSignal,
): Promise<Result<Preview, FileFailure>> {
  const request = await requestOf(job, bundle, manner);
  return request.ok ? ask({ ask: 'preview', request: request.value }, { signal }) : request;
}

/** The words are a chunk of their own, which may not have come yet. */
async function requestOf(
  job: DocumentJob,
  bundle: SessionBundle,
  { locale, timeZone }: DocumentManner,
): Promise<Result<DocumentRequest, FileFailure>> {
  const messages = await loadCatalogue(locale).catch(() => undefined);
  if (!messages) return err({ type: 'documents/words-missing' });
  return ok({ job, bundle, madeAt: Date.now(), language: { locale, timeZone, messages } });
}
