/** Makes documents away from the page, so that typing never waits for a file. One question, one answer. */
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
  | { readonly type: 'answer'; readonly answer: Answers[Question['ask']] }
  | { readonly type: 'failed'; readonly detail: string };

const say = (message: WorkerMessage, transfer: Transferable[] = []) => postMessage(message, { transfer });

addEventListener('message', (event: MessageEvent<Question>) => {
  answer(event.data).catch((problem: unknown) => say({ type: 'failed', detail: String(problem) }));
});

async function answer(question: Question): Promise<void> {
  switch (question.ask) {
    case 'make': {
      const file = await makeFile(question.request, (share) => say({ type: 'progress', share }));
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
