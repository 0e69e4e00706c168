/** A backup or a hand-over as a file: read from the store, written by the worker. */
import { appVersion } from '#documents/app-version.ts';
import { ask } from '#documents/client.ts';
import { backupName } from '#documents/file-name.ts';
import type { Result } from '#domain/result.ts';
import { canShareFile, type FileToKeep } from '#parts/hand-on.ts';
import type { FileFailure, MakeOptions } from '#parts/use-making.ts';
import type { BackupSource } from '#storage/queries/backup.ts';
import type { HandOverSource } from '#storage/queries/hand-over.ts';

interface BackupNaming {
  /** What it is of. */
  readonly title: string;
  /** The word at the end of the name. */
  readonly what: string;
}

export async function makeBackup(
  { title, what }: BackupNaming,
  source: Promise<BackupSource | HandOverSource>,
  options: MakeOptions,
): Promise<Result<FileToKeep, FileFailure>> {
  const { records, files, ...held } = await source;
  const plain = 'handOver' in held && handsOnTextAlone();
  const madeAt = Date.now();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const name = backupName(title, what, madeAt, timeZone, plain ? 'txt' : 'baraza');
  const facts = { app: appVersion, madeAt, ...held };
  const request = { job: { kind: 'backup' }, name, facts, records, files, plain } as const;
  return ask({ ask: 'make', request }, options);
}

/** Chromium hands on pictures, text and little else: a hand-over is lines of text, and can go as such. */
function handsOnTextAlone(): boolean {
  const mayShare = (name: string, mediaType: string) => canShareFile({ name, mediaType, bytes: new Uint8Array(1) });
  return !mayShare('a.baraza', 'application/gzip') && mayShare('a.txt', 'text/plain');
}
