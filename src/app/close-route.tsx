/** The closing page, put together from what features know: its lists, the day-end check, the sheet of a line. */
import type { Id } from '#domain/id.ts';
import { ClosePage } from '#features/closing/close-page.tsx';

export const CloseRoute = ({ sessionId }: { readonly sessionId: Id<'session'> }) => <ClosePage sessionId={sessionId} />;
