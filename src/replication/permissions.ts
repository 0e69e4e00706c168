/**
 * Who may do what: the one table, read by every route of the server. A device has a role; for each scope it was given
 * it has the role of the invitation that gave it, and what it founded is its own.
 */
import type { ScopeKind } from '#domain/noun.ts';
import { type DeviceRole, type GrantRole, grantRoles } from '#replication/membership.ts';

/**
 * read: pull, hear of changes, fetch files. write: push and send files to a scope that exists. create: give a scope that
 * does not exist its first record. add: put a session or a register into a programme. invite: let others into it.
 */
export const scopeActions = ['read', 'write', 'create', 'add', 'invite'] as const;
export type ScopeAction = (typeof scopeActions)[number];

/** How a device stands to a scope: it founded it, was given it, neither, or there is no such scope yet. */
export const standings = ['founded', 'given', 'outside', 'new'] as const;
export type Standing = (typeof standings)[number];

type ByKind = Readonly<Record<ScopeKind, readonly ScopeAction[]>>;

const nothing: ByKind = { programme: [], register: [], session: [] };
const readsAll: ByKind = { programme: ['read'], register: ['read'], session: ['read'] };
const everything: ByKind = {
  programme: ['read', 'write', 'add', 'invite'],
  register: ['read', 'write', 'invite'],
  session: ['read', 'write', 'invite'],
};
/** A session begun in one tap brings its programme and its register with it. */
const begins: ByKind = { programme: ['create', 'add'], register: ['create'], session: ['create'] };

/** The row of `given` is that of the role by which the scope was given, the other rows those of the device's role. */
export const permissions: Readonly<Record<DeviceRole, Readonly<Record<Standing, ByKind>>>> = {
  coordinator: {
    founded: everything,
    given: everything,
    outside: everything,
    // It may invite to what its own tablet has not sent yet.
    new: { programme: ['create', 'add', 'invite'], register: ['create', 'invite'], session: ['create', 'invite'] },
  },
  trainer: {
    founded: everything,
    given: { ...everything, programme: ['read', 'add', 'invite'] },
    outside: nothing,
    new: begins,
  },
  facilitator: {
    founded: everything,
    given: { programme: ['read'], register: ['read', 'write'], session: ['read', 'write'] },
    outside: nothing,
    new: begins,
  },
  viewer: { founded: readsAll, given: readsAll, outside: nothing, new: nothing },
};

export interface DeviceRights {
  /** The roles it may invite to, into scopes where it may `invite`. */
  readonly inviteAs: readonly DeviceRole[];
  /** Whether it may invite to every scope there is and will be. */
  readonly inviteToAll: boolean;
  /** The devices it sees in the list, and may revoke and let stay longer: all of them, or those it invited itself. */
  readonly devices: 'all' | 'invited' | 'none';
}

export const deviceRights: Readonly<Record<DeviceRole, DeviceRights>> = {
  coordinator: { inviteAs: ['coordinator', 'trainer', 'facilitator', 'viewer'], inviteToAll: true, devices: 'all' },
  trainer: { inviteAs: ['facilitator', 'viewer'], inviteToAll: false, devices: 'invited' },
  facilitator: { inviteAs: ['facilitator', 'viewer'], inviteToAll: false, devices: 'invited' },
  viewer: { inviteAs: [], inviteToAll: false, devices: 'none' },
};

/** How a device stands to one scope, as it is kept. */
export interface Held {
  /** By what it was given this scope; undefined where it was not. */
  readonly own: GrantRole | undefined;
  /** By what it was given every scope. */
  readonly every: GrantRole | undefined;
  /** Whether anything is in the scope. */
  readonly exists: boolean;
}

/** What a device of a role may do in a scope of a kind. */
export function actionsOn(role: DeviceRole, kind: ScopeKind, { own, every, exists }: Held): readonly ScopeAction[] {
  if (role === 'coordinator') return permissions.coordinator[exists ? 'given' : 'new'][kind];
  // Nobody was given what does not exist yet, unless by its name.
  const grant = greaterGrant(own, exists ? every : undefined);
  if (grant === undefined) return permissions[role][exists ? 'outside' : 'new'][kind];
  return grant === 'founder' ? permissions[role].founded[kind] : permissions[grant].given[kind];
}

const greaterGrant = (a: GrantRole | undefined, b: GrantRole | undefined): GrantRole | undefined =>
  grantRoles.findLast((role) => role === a || role === b);

/** What a device may not do in a scope that it reads: `read` means nothing more, `add` that it may add to it as well. */
export const scopeLimits = ['read', 'add'] as const;
export type ScopeLimit = (typeof scopeLimits)[number];

/** Undefined where it may write. */
export const limitOf = (actions: readonly ScopeAction[]): ScopeLimit | undefined =>
  actions.includes('write') ? undefined : actions.includes('add') ? 'add' : 'read';
