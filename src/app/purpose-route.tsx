/** The purpose of a session, put together with the quotas of its register. */
import type { Id } from '#domain/id.ts';
import { Wanted } from '#features/register/wanted.tsx';
import { PurposePage } from '#features/sessions/purpose-page.tsx';

export const PurposeRoute = ({ sessionId }: { readonly sessionId: Id<'session'> }) => (
  <PurposePage sessionId={sessionId} quotas={<Wanted sessionId={sessionId} />} />
);
