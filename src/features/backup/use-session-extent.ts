/** How much a file of one session would hold; undefined while it is counted, null where there is no such session. */
import type { Id } from '#domain/id.ts';
import { backupExtent } from '#storage/queries/backup.ts';
import { scopesOfSession, sessionBundle } from '#storage/queries/session-bundle.ts';
import { useLive } from '#storage/use-live.ts';

export const useSessionExtent = (sessionId: Id<'session'>) =>
  useLive(async () => {
    const bundle = await sessionBundle(sessionId);
    if (!bundle) return null;
    const scopes = scopesOfSession(bundle);
    return { scopes, title: bundle.session.title ?? '', extent: await backupExtent(scopes) };
  }, [sessionId]);
