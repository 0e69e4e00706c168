/** The board, put together with the sheet of a line. */
import { useState } from 'react';
import type { Id } from '#domain/id.ts';
import { BoardPage } from '#features/board/board-page.tsx';
import { CaptureSheet } from '#features/captures/capture-sheet.tsx';

export const BoardRoute = ({ sessionId }: { readonly sessionId: Id<'session'> }) => {
  const [open, setOpen] = useState<Id<'capture'>>();
  return (
    <>
      <BoardPage sessionId={sessionId} onOpenCapture={setOpen} />
      {open ? <CaptureSheet key={open} captureId={open} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
};
