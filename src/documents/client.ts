/** Asks a worker for one thing and ends it: cancelling is really ending, and nothing is left in memory. */
import { err, ok, type Result } from '#domain/result.ts';
import type { FileOf } from './make.ts';
import type { Answers, FileAnswer, Question, WorkerMessage } from './worker.ts';

export type DocumentFailure =
  | { readonly type: 'documents/cancelled' }
  /** A fault of the program or a tablet without memory; `detail` is for whoever looks after it. */
  | { readonly type: 'documents/failed'; readonly detail: string };

export interface AskOptions {
  /** Hears of 0-1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  /** Where the pictures of a report come from. */
  readonly fileOf?: FileOf;
}

type AnswerTo<Q extends Question> = Answers[Q['ask']];

export const ask = <Q extends Question>(
  question: Q,
  { onProgress, signal, fileOf }: AskOptions = {},
): Promise<Result<AnswerTo<Q>, DocumentFailure>> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) return resolve(err({ type: 'documents/cancelled' }));
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const end = (result: Result<AnswerTo<Q>, DocumentFailure>) => {
      worker.terminate();
      signal?.removeEventListener('abort', cancel);
      resolve(result);
    };
    const cancel = () => end(err({ type: 'documents/cancelled' }));
    signal?.addEventListener('abort', cancel);
    worker.addEventListener('message', ({ data }: MessageEvent<WorkerMessage>) => {
      if (data.type === 'progress') onProgress?.(data.share);
      else if (data.type === 'want-file') void give(worker, data.sha256, fileOf);
      else if (data.type === 'failed') end(err({ type: 'documents/failed', detail: data.detail }));
      else end(ok(data.answer as AnswerTo<Q>));
    });
    worker.addEventListener('error', ({ message }) => end(err({ type: 'documents/failed', detail: message })));
    worker.postMessage(question, transferredIn(question));
  });

/** A picture that cannot be read is left out, and the report says so. */
async function give(worker: Worker, sha256: string, fileOf: FileOf | undefined): Promise<void> {
  const file = await fileOf?.(sha256).catch(() => undefined);
  const answer: FileAnswer = { ask: 'take-file', file };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  worker.postMessage(answer);
}

/** Photos go over whole and are not copied: the page has no more use for them. */
const transferredIn = (question: Question): Transferable[] =>
  question.ask === 'make' && 'files' in question.request
    ? (question.request.files?.map(({ bytes }) => bytes) ?? [])
    : [];
