/** The board, put together with the sheet of a line. */
import type { Id } from '#domain/id.ts';
import { BoardPage } from '#features/board/board-page.tsx';

export const BoardRoute = ({ sessionId }: { readonly sessionId: Id<'session'> }) => <BoardPage sessionId={sessionId} />;
