/** What other tablets can be invited to: sessions and programmes that the server has, each with the scopes it is made of. */
import { type Scope, scopeKind, scopeOf } from '#domain/scope.ts';
import type { HeldScopes } from '#replication/device-list.ts';
import { type DeviceRole, deviceRoles } from '#replication/membership.ts';
import { actionsOn, deviceRights } from '#replication/permissions.ts';
import { scopesOfProgramme } from '#storage/queries/sessions.ts';
import { type Entity, entityOf, isShown } from '#storage/row.ts';
import { db } from '#storage/this-device.ts';

export interface Invitable {
  readonly id: string;
  readonly title: string;
  /** Of a programme, how many of its sessions the server has. */
  readonly sessions?: number;
  readonly scopes: readonly Scope[];
}

/** Programmes of several sessions, then sessions; the latest changed first. Bundled examples and what only waits are left out. */
export async function invitable(): Promise<Invitable[]> {
  const remote = new Set<string>(
    (await db.scopes.filter((row) => row.remote && row.limit !== 'none').toArray()).map(({ scope }) => scope),
  );
  const there = (scopes: readonly Scope[]) => scopes.filter((scope) => remote.has(scope));
  const sessions = (await db.nouns().session.toArray())
    .filter(isShown)
    .map((row) => entityOf('session', row))
    .filter(({ scope }) => remote.has(scope))
    .sort((a, b) => changedAt(b) - changedAt(a));
  const programmes: Invitable[] = [];
  for (const row of (await db.nouns().programme.toArray()).filter(isShown)) {
    const { id, title, scope } = entityOf('programme', row);
    const held = sessions.filter(({ programmeId }) => programmeId === id).length;
    if (held < 2 || !remote.has(scope)) continue;
    programmes.push({ id, title: title ?? '', sessions: held, scopes: there(await scopesOfProgramme(id)) });
  }
  return [
    ...programmes,
    ...sessions.map((one) => ({ id: one.id, title: one.title ?? '', scopes: there(scopesOf(one)) })),
  ];
}

/** Of these, what a device that holds `scopes` may invite to; what it may not is left out of each. */
export const mayInviteTo = (found: readonly Invitable[], role: DeviceRole, held: HeldScopes): readonly Invitable[] =>
  found
    .map((one) => ({ ...one, scopes: one.scopes.filter((scope) => mayInvite(role, scope, held)) }))
    .filter(({ id, scopes }) => scopes.some((scope) => scope.endsWith(`:${id}`)));

function mayInvite(role: DeviceRole, scope: Scope, held: HeldScopes): boolean {
  const own = held === 'all' ? undefined : held.find((one) => one.scope === scope)?.as;
  return actionsOn(role, scopeKind(scope), { own, every: undefined, exists: true }).includes('invite');
}

/** What the server said last that this tablet may do there; it may be a role that only a newer version knows. */
export const knownRole = (role: string): DeviceRole => deviceRoles.find((known) => known === role) ?? 'viewer';

/** The roles that a device of this role may invite to, the least first. */
export const inviteRoles = (role: DeviceRole): readonly DeviceRole[] =>
  deviceRoles.filter((one) => deviceRights[role].inviteAs.includes(one));

const scopesOf = ({ scope, programmeId, registerId }: Entity<'session'>): Scope[] => [
  scope,
  ...(programmeId ? [scopeOf('programme', programmeId)] : []),
  ...(registerId ? [scopeOf('register', registerId)] : []),
];

const changedAt = ({ updatedAt, createdAt }: Entity<'session'>): number => updatedAt ?? createdAt ?? 0;
