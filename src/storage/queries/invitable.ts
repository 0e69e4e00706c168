/** The sessions another tablet can be invited to, each with the scopes it is made of. */
import { type Scope, scopeOf } from '#domain/scope.ts';
import { type Entity, entityOf, isShown } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';

export interface InvitableSession {
  readonly session: Entity<'session'>;
  /** The session with its register and its programme. */
  readonly scopes: readonly Scope[];
}

/** Sessions that the server has; the latest changed first. Bundled examples and what only waits are left out. */
export async function invitableSessions(): Promise<InvitableSession[]> {
  const remote = new Set<string>((await db.scopes.filter((row) => row.remote).toArray()).map(({ scope }) => scope));
  const sessions = (await db.nouns().session.toArray()).filter(isShown).map((row) => entityOf('session', row));
  return sessions
    .map((session) => ({ session, scopes: scopesOf(session) }))
    .filter(({ session }) => remote.has(session.scope))
    .map((one) => ({ ...one, scopes: one.scopes.filter((scope) => remote.has(scope)) }))
    .sort((a, b) => changedAt(b.session) - changedAt(a.session));
}

const scopesOf = ({ scope, programmeId, registerId }: Entity<'session'>): Scope[] => [
  scope,
  ...(programmeId ? [scopeOf('programme', programmeId)] : []),
  ...(registerId ? [scopeOf('register', registerId)] : []),
];

const changedAt = ({ updatedAt, createdAt }: Entity<'session'>): number => updatedAt ?? createdAt ?? 0;
