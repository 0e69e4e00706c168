/** "What do you need?", put together with hand-over and backups. */
import type { Id } from '#domain/id.ts';
import { EverythingBackupPanel } from '#features/backup/everything-backup.tsx';
import { SessionBackup } from '#features/backup/session-backup.tsx';
import { SessionHandOver } from '#features/backup/session-hand-over.tsx';
import { ReportPage } from '#features/reports/report-page.tsx';

export const ReportRoute = ({ sessionId }: { readonly sessionId: Id<'session'> }) => (
  <ReportPage
    sessionId={sessionId}
    sessionBackup={<SessionBackup sessionId={sessionId} />}
    handOver={<SessionHandOver sessionId={sessionId} />}
    everythingBackup={<EverythingBackupPanel />}
  />
);
