/** The closing page, put together from what features know: its lists, the day-end check, the sheet of a line. */
import { useState } from 'react';
import type { Id } from '#domain/id.ts';
import { CaptureSheet } from '#features/captures/capture-sheet.tsx';
import { ClosePage } from '#features/closing/close-page.tsx';
import { DayEndCheck } from '#features/device/day-end-check.tsx';
import { ExampleCheck } from '#features/device/example-check.tsx';
import { scopeOf } from '#domain/scope.ts';
import { isExampleScope } from '#storage/queries/sessions.ts';
import { useLive } from '#storage/use-live.ts';
import { paths } from './paths.ts';
import { serverCalls } from './sync.ts';

export const CloseRoute = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const [open, setOpen] = useState<Id<'capture'>>();
  const isExample = useLive(() => isExampleScope(scopeOf('session', sessionId)), [sessionId]);
  return (
    <>
      <ClosePage
        sessionId={sessionId}
        dayEndCheck={
          isExample === undefined ? undefined : isExample ? (
            <ExampleCheck details={paths.device} />
          ) : (
            <DayEndCheck calls={serverCalls} details={paths.device} />
          )
        }
        onOpenCapture={setOpen}
      />
      {open ? <CaptureSheet key={open} captureId={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
};
