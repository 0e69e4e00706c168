/** The board, put together with the sheet of a line. */
import { Suspense, useEffect, useState } from 'react';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { BoardPage } from '#features/board/board-page.tsx';
import { useOpenEdit } from '#storage/use-open-edit.ts';
import { firstScreen } from './first-screen.ts';
import { lazyPage } from './lazy-page.tsx';

const sheet = async () => (await import('#features/captures/capture-sheet.tsx')).CaptureSheet;
const CaptureSheet = lazyPage(sheet);

export const BoardRoute = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const [open, setOpen] = useState<Id<'capture'>>();
  useOpenEdit('capture', scopeOf('session', sessionId), setOpen);
  // On its way once the board stands, so that the first tap need not wait for it.
  useEffect(() => void firstScreen.then(sheet).catch(() => undefined), []);
  return (
    <>
      <BoardPage sessionId={sessionId} onOpenCapture={setOpen} />
      <Suspense fallback={null}>
        {open ? <CaptureSheet key={open} captureId={open} onClose={() => setOpen(undefined)} /> : null}
      </Suspense>
    </>
  );
};
