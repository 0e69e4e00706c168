/** A backup as a file: read from the store, written by the worker. */
import { appVersion } from '#documents/app-version.ts';
import { ask } from '#documents/client.ts';
import { backupName } from '#documents/file-name.ts';
import type { Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import type { FileToKeep } from '#parts/hand-on.ts';
import type { FileFailure, MakeOptions } from '#parts/use-making.ts';
import { backupSource } from '#storage/queries/backup.ts';

interface BackupNaming {
  /** What it is a backup of. */
  readonly title: string;
  /** The word at the end of the name. */
  readonly what: string;
}

/** Of the scopes named, or of all. */
export async function makeBackup(
  { title, what }: BackupNaming,
  only: readonly Scope[] | undefined,
  options: MakeOptions,
): Promise<Result<FileToKeep, FileFailure>> {
  const { records, scopes, device, files } = await backupSource(only);
  const madeAt = Date.now();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const name = backupName(title, what, madeAt, timeZone);
  const facts = { app: appVersion, madeAt, device, scopes };
  return ask({ ask: 'make', request: { job: { kind: 'backup' }, name, facts, records, files } }, options);
}
