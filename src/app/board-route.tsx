/** The board, put together with the sheet of a line. */
import { useState } from 'react';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { BoardPage } from '#features/board/board-page.tsx';
import { CaptureSheet } from '#features/captures/capture-sheet.tsx';
import { useOpenEdit } from '#storage/use-open-edit.ts';

export const BoardRoute = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const [open, setOpen] = useState<Id<'capture'>>();
  useOpenEdit('capture', scopeOf('session', sessionId), setOpen);
  return (
    <>
      <BoardPage sessionId={sessionId} onOpenCapture={setOpen} />
      {open ? <CaptureSheet key={open} captureId={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
};
