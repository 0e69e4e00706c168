/** This tablet, put together with its backups, the pickers of the frame and what the app knows of itself. */
import { EverythingBackup } from '#features/backup/everything-backup.tsx';
import { RestoreBackup } from '#features/backup/restore-backup.tsx';
import { UnsentHandOver } from '#features/backup/unsent-hand-over.tsx';
import { DevicePage } from '#features/device/device-page.tsx';
import { VanishedNotice } from '#features/device/vanished-notice.tsx';
import { LanguagePicker } from './language-picker.tsx';
import { SchemePicker } from './scheme-picker.tsx';
import { useUpdates } from './service-worker.ts';
import { serverCalls } from './sync.ts';

export const DeviceRoute = () => (
  <DevicePage
    calls={serverCalls}
    offlineReady={useUpdates(({ offlineReady }) => offlineReady)}
    notice={<VanishedNotice />}
    backup={
      <>
        <UnsentHandOver />
        <RestoreBackup />
        <EverythingBackup />
      </>
    }
    settings={
      <>
        <LanguagePicker />
        <SchemePicker />
      </>
    }
  />
);
