/** Devices, invitations and grants in PostgreSQL: what one process lets in or revokes, all of them know. */
import { err, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import { type JoinRefusal, joinCodeLength, maxInviteUses, setupCodeLength } from '#replication/membership.ts';
import type { Device, DeviceCount, Devices, Joined, Joining } from '#server/devices.ts';
import {
  everyScope,
  expiredKeptMs,
  expiryOf,
  type Invite,
  type KnownDevice,
  notedLately,
  planJoin,
  roleTooLow,
  scopesGiven,
} from '#server/membership-rules.ts';
import { locks } from '#server/postgres-locks.ts';
import { type Bound, type Postgres, statement, type Transaction } from '#server/postgres.ts';
import { drawCode, hashSecret, type Random, sameHash } from '#server/secrets.ts';

export interface PostgresDevices extends Devices {
  /** Makes a device a member of a scope, in the transaction that sends it. */
  granting(device: string, scope: Scope): Bound<unknown>;
}

export function postgresDevices(db: Postgres, random: Random): PostgresDevices {
  const holdsAll = async (device: Device, scopes: readonly Scope[]) =>
    device.role === 'coordinator' || (await db.rows(sql.missing(device.id, scopes, everyScope))).length === 0;

  const join = async (transaction: Transaction, joining: Joining, at: number): Promise<Result<Joined, JoinRefusal>> => {
    const { code, name, deviceId } = joining;
    const [[invite], [known], [setup]] = await transaction.all(
      // Held until the commit, so that two processes cannot both give the last use away.
      sql.invite(hashSecret(code)),
      sql.deviceWithId(deviceId ?? ''),
      sql.setupCode(),
    );
    const planned = planJoin(joining, invite, known, at, random);
    if (!planned.ok) return planned;
    const plan = planned.value;
    const { device, role } = plan.joined;
    if (plan.kind === 'renew') transaction.send(sql.renewToken(plan.tokenHash, name, device));
    else if (invite) {
      transaction.send(sql.useInvite(invite.codeHash));
      if (setup && hashSecret(setup.value) === invite.codeHash) transaction.send(sql.forgetSetupCode());
      if (plan.kind === 'extend') transaction.send(sql.changeRole(role, device));
      else transaction.send(sql.addDevice(device, name, role, plan.tokenHash, invite.codeHash, at));
      const given = scopesGiven(invite);
      if (given.length > 0) transaction.send(sql.grant(device, given));
    }
    return ok(plan.joined);
  };

  const setupCode = async (transaction: Transaction, renew: boolean): Promise<string | undefined> => {
    const [, [waiting], [known]] = await transaction.all(locks.setup, sql.setupCode(), sql.anyDevice());
    if (waiting) return waiting.value;
    if (!renew && known) return undefined;
    const code = drawCode(random, setupCodeLength);
    transaction.send(sql.writeSetupCode(code));
    transaction.send(sql.addInvite(hashSecret(code), 'coordinator', 'all', null, 1, null));
    return code;
  };

  return {
    withToken: async (token) => {
      const hash = hashSecret(token);
      const [found] = await db.rows(sql.deviceWithToken(hash));
      return found && sameHash(found.tokenHash, hash) ? found : undefined;
    },
    seen: async (device, at, app) => {
      if (!notedLately(device, at)) await db.rows(sql.seen(at, app ?? device.app, device.id));
    },
    // Twice is not the same as once: a device that hears nothing repeats it itself, with the same code and id.
    join: (joining, at) => db.transaction((transaction) => join(transaction, joining, at), false),
    invite: async (by, request, at) => {
      const { role, scopes } = request;
      if (roleTooLow(by, request)) return err('role-too-low');
      if (scopes !== 'all' && !(await holdsAll(by, scopes))) return err('scope-not-held');
      const code = drawCode(random, joinCodeLength);
      const expiresAt = expiryOf(request, at);
      const names = scopes === 'all' ? scopes : JSON.stringify(scopes);
      await db.transaction(async (transaction) => {
        await transaction.all(sql.forgetExpired(at - expiredKeptMs));
        transaction.send(sql.addInvite(hashSecret(code), role, names, expiresAt, maxInviteUses, by.id));
      }, false);
      return ok({ code, expiresAt });
    },
    revoke: async (device, at) => void (await db.rows(sql.revoke(at, device))),
    granting: (device, scope) => sql.grant(device, [scope]),
    scopes: async (device) =>
      (await db.rows(sql.scopes(device.role === 'coordinator', device.id, everyScope))).map(({ scope }) => scope),
    holds: (device, scope) => holdsAll(device, [scope]),
    readers: async (scope, among) =>
      new Set((await db.rows(sql.readers(among, scope, everyScope))).map(({ id }) => id)),
    count: () => db.rows(sql.count()),
    exists: async (scope) => (await db.rows(sql.exists(scope))).length > 0,
    setupCode: (renew) => db.transaction((transaction) => setupCode(transaction, renew), false),
  };
}

const device = `select id, role, token_hash as "tokenHash", invite, last_seen_at as "lastSeenAt", app,
  revoked_at as "revokedAt" from devices`;

const sql = {
  deviceWithId: statement<KnownDevice>('device-with-id', `${device} where id = $1`),
  deviceWithToken: statement<KnownDevice>('device-with-token', `${device} where token_hash = $1`),
  anyDevice: statement<object>('device-any', 'select 1 from devices limit 1'),
  addDevice: statement(
    'device-add',
    'insert into devices (id, name, role, token_hash, invite, created_at) values ($1, $2, $3, $4, $5, $6)',
  ),
  renewToken: statement('device-renew-token', 'update devices set token_hash = $1, name = $2 where id = $3'),
  changeRole: statement('device-change-role', 'update devices set role = $1 where id = $2'),
  seen: statement('device-seen', 'update devices set last_seen_at = $1, app = $2 where id = $3'),
  revoke: statement('device-revoke', 'update devices set revoked_at = $1 where id = $2 and revoked_at is null'),
  invite: statement<Invite>(
    'invite',
    `select code_hash as "codeHash", role, scopes, expires_at as "expiresAt", uses_left as "usesLeft"
     from invites where code_hash = $1 for update`,
  ),
  addInvite: statement('invite-add', 'insert into invites values ($1, $2, $3, $4, $5, $6)'),
  useInvite: statement('invite-use', 'update invites set uses_left = uses_left - 1 where code_hash = $1'),
  forgetExpired: statement('invite-forget', 'delete from invites where expires_at < $1'),
  grant: statement(
    'grant',
    'insert into grants select $1, scope from unnest($2::text[]) as given (scope) on conflict do nothing',
  ),
  missing: statement<object>(
    'grant-missing',
    `select 1 from unnest($2::text[]) as asked (scope)
     where not exists (select 1 from grants where device = $1 and grants.scope in (asked.scope, $3)) limit 1`,
  ),
  readers: statement<{ id: string }>(
    'grant-readers',
    `select id from devices where id = any($1::text[]) and revoked_at is null and
     (role = 'coordinator' or exists (select 1 from grants where device = id and scope in ($2, $3)))`,
  ),
  count: statement<DeviceCount>(
    'device-count',
    `select role, revoked_at is not null as revoked, count(*)::integer as count from devices
     group by 1, 2 order by 1, 2`,
  ),
  exists: statement<object>('scope-exists', 'select 1 from heads where scope = $1'),
  scopes: statement<{ scope: Scope }>(
    'scopes',
    `select scope from heads where $1 or exists (select 1 from grants where device = $2 and grants.scope = $3)
     union select scope from grants join heads using (scope) where device = $2 order by scope`,
  ),
  setupCode: statement<{ value: string }>('setup-code', `select value from meta where key = 'setup-code'`),
  writeSetupCode: statement('setup-code-write', `insert into meta values ('setup-code', $1)`),
  forgetSetupCode: statement('setup-code-forget', `delete from meta where key = 'setup-code'`),
};
