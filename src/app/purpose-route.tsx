/** The purpose of a session, put together with the quotas of its register. */
import type { Id } from '#domain/id.ts';
import { PurposePage } from '#features/sessions/purpose-page.tsx';

export const PurposeRoute = ({ sessionId }: { readonly sessionId: Id<'session'> }) => (
  <PurposePage sessionId={sessionId} />
);
