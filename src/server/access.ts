/** What a device may do, for one request: the table of permissions, asked of what the device holds. */
import { type Scope, scopeKind } from '#domain/scope.ts';
import type { Access } from '#replication/answer.ts';
import type { InviteRefusal, InviteRequest } from '#replication/membership.ts';
import { actionsOn, deviceRights, limitOf, type ScopeAction, type ScopeLimit } from '#replication/permissions.ts';
import type { Device, Devices } from '#server/devices.ts';
import { everyScope } from '#server/membership-rules.ts';

export interface DeviceAccess extends Access {
  may(action: ScopeAction, scope: Scope): Promise<boolean>;
}

/** A scope is asked about once, however many deltas name it. */
export function accessOf(devices: Devices, device: Device): DeviceAccess {
  const { role } = device;
  const answers = new Map<Scope, Promise<readonly ScopeAction[]>>();
  const ask = async (scope: Scope) => actionsOn(role, scopeKind(scope), await devices.held(device, scope));
  const actions = (scope: Scope) => {
    const answer = answers.get(scope) ?? ask(scope);
    answers.set(scope, answer);
    return answer;
  };
  const may = async (action: ScopeAction, scope: Scope) => (await actions(scope)).includes(action);

  /** What may not be written of what is read, by the same table and without a question for each scope. */
  const limits = async (scopes: readonly Scope[]): Promise<ReadonlyMap<Scope, ScopeLimit>> => {
    if (role === 'coordinator') return new Map();
    const own = new Map((await devices.grants(device)).map((grant) => [grant.scope, grant.role]));
    return new Map(
      scopes.flatMap((scope) => {
        const held = { own: own.get(scope), every: own.get(everyScope), exists: true };
        const limit = limitOf(actionsOn(role, scopeKind(scope), held));
        return limit === undefined ? [] : [[scope, limit] as const];
      }),
    );
  };

  return {
    may,
    scopes: () => devices.scopes(device),
    limits,
    mayWrite: async (scope) => (await may('write', scope)) || may('create', scope),
    mayAdd: (programme) => may('add', programme),
  };
}

/** Why a device may not invite as it asks to; undefined where it may. */
export async function inviteRefusal(
  access: DeviceAccess,
  by: Device,
  { role, scopes }: InviteRequest,
): Promise<InviteRefusal | undefined> {
  const { inviteAs, inviteToAll } = deviceRights[by.role];
  if (!inviteAs.includes(role) || (scopes === 'all' && !inviteToAll)) return 'role-too-low';
  if (scopes === 'all') return undefined;
  for (const scope of scopes) if (!(await access.may('invite', scope))) return 'scope-not-held';
  return undefined;
}
