/** From a chosen file to what it brought: read by the worker, compared, and merged in when a person says so. */
import { useEffect, useRef, useState } from 'react';
import type { Backup, BackupProblem } from '#documents/backup.ts';
import { maxBackupBytes } from '#documents/backup-limit.ts';
import { ask } from '#documents/client.ts';
import { err, type Result } from '#domain/result.ts';
import { type Brings, previewRestore, restore, type Restored, type RestoreFailure } from '#storage/restore.ts';

export type RestoreProblem =
  | BackupProblem
  | RestoreFailure
  /** The tablet could not open the file: it was moved, or the stick pulled out. */
  | { readonly type: 'file/unreadable' }
  /** The worker ended: no memory, or a fault of the program. */
  | { readonly type: 'documents/failed'; readonly detail: string };

export type Restoring =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly name: string }
  | { readonly state: 'comparing' }
  | { readonly state: 'ready'; readonly backup: Backup; readonly brings: Brings }
  | { readonly state: 'restoring' }
  | { readonly state: 'done'; readonly brought: Restored }
  | { readonly state: 'failed'; readonly name: string; readonly problem: RestoreProblem };

export function useRestore() {
  const [restoring, setRestoring] = useState<Restoring>({ state: 'idle' });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const read = async (file: File) => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    const { signal } = control;
    const tell = (next: Restoring) => {
      if (!signal.aborted) setRestoring(next);
    };
    const fail = (problem: RestoreProblem) => tell({ state: 'failed', name: file.name, problem });
    tell({ state: 'reading', name: file.name });
    const backup = await backupIn(file, signal);
    if (!backup.ok) return fail(backup.error);
    tell({ state: 'comparing' });
    const brings = await previewRestore(contentsOf(backup.value));
    if (!brings.ok) return fail(brings.error);
    tell({ state: 'ready', backup: backup.value, brings: brings.value });
  };

  const cancel = () => {
    running.current?.abort();
    setRestoring({ state: 'idle' });
  };

  const bring = async (backup: Backup) => {
    setRestoring({ state: 'restoring' });
    const brought = await restore(contentsOf(backup));
    setRestoring(
      brought.ok ? { state: 'done', brought: brought.value } : { state: 'failed', name: '', problem: brought.error },
    );
  };

  return { restoring, read, cancel, bring };
}

const contentsOf = ({ head, records, files }: Backup) => ({
  records,
  scopes: head.scopes,
  files,
  whole: head.handOver?.whole,
});

async function backupIn(file: File, signal: AbortSignal): Promise<Result<Backup, RestoreProblem>> {
  if (file.size > maxBackupBytes) return err({ type: 'backup/too-large', limitBytes: maxBackupBytes });
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return err({ type: 'file/unreadable' });
  const read = await ask({ ask: 'read-backup', file: new Uint8Array(bytes) }, { signal });
  if (read.ok) return read.value;
  // Whoever cancelled does not hear of it.
  return err(read.error.type === 'documents/failed' ? read.error : { type: 'documents/failed', detail: '' });
}
