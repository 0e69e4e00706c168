/**
 * Makes documents away from the page, so that typing never waits for a file. One question, one answer; in between, the
 * worker asks the page for the pictures of a report, one after the other.
 */
import { type Backup, type BackupProblem, readBackup } from './backup.ts';
import { type BackupRequest, type DocumentRequest, makeFile, type MadeFile, type Preview, previewOf } from './make.ts';
import type { Result } from '#domain/result.ts';

export type Question =
  | { readonly ask: 'make'; readonly request: DocumentRequest | BackupRequest }
  | { readonly ask: 'preview'; readonly request: DocumentRequest }
  | { readonly ask: 'read-backup'; readonly file: Uint8Array };

export interface Answers {
  readonly make: MadeFile;
  readonly preview: Preview;
  readonly 'read-backup': Result<Backup, BackupProblem>;
}

export type WorkerMessage =
  | { readonly type: 'progress'; readonly share: number }
  /** Answered by a `FileAnswer`. */
  | { readonly type: 'want-file'; readonly sha256: string }
  | { readonly type: 'answer'; readonly answer: Answers[Question['ask']] }
  | { readonly type: 'failed'; readonly detail: string };

export interface FileAnswer {
  readonly ask: 'take-file';
  readonly file: Blob | undefined;
}

const say = (message: WorkerMessage, transfer: Transferable[] = []) => postMessage(message, { transfer });

let take: (file: Blob | undefined) => void = () => undefined;
const fileOf = (sha256: string): Promise<Blob | undefined> =>
  new Promise((resolve) => {
    take = resolve;
    say({ type: 'want-file', sha256 });
  });

addEventListener('message', ({ data }: MessageEvent<Question | FileAnswer>) => {
  if (data.ask === 'take-file') return take(data.file);
  answer(data).catch((problem: unknown) => say({ type: 'failed', detail: String(problem) }));
});

async function answer(question: Question): Promise<void> {
  switch (question.ask) {
    case 'make': {
      const file = await makeFile(question.request, (share) => say({ type: 'progress', share }), fileOf);
      return say({ type: 'answer', answer: file }, [file.bytes.buffer as ArrayBuffer]);
    }
    case 'preview':
      return say({ type: 'answer', answer: previewOf(question.request) });
    case 'read-backup': {
      const read = readBackup(question.file);
      return say({ type: 'answer', answer: read }, read.ok ? read.value.files.map(({ bytes }) => bytes) : []);
    }
  }
}
