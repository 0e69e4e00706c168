/** Devices, invitations and grants in SQLite, beside the journal: a scope exists where the journal has a head. */
import type { DatabaseSync } from 'node:sqlite';
import { err, ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import {
  type DeviceRole,
  type JoinRefusal,
  joinCodeLength,
  maxInviteUses,
  setupCodeLength,
} from '#replication/membership.ts';
import { transaction } from '#server/database.ts';
import type { Device, Devices, Joined, Joining } from '#server/devices.ts';
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
import { drawCode, hashSecret, type Random, sameHash } from '#server/secrets.ts';

export interface SqliteDevices extends Devices {
  /** Makes a device a member of a scope, inside the transaction that the caller has open. */
  grantNow(device: string, scope: Scope): void;
}

export function sqliteDevices(db: DatabaseSync, random: Random): SqliteDevices {
  const sql = statements(db);
  const holds = (device: Device, scope: Scope) =>
    device.role === 'coordinator' || sql.holds.get(device.id, scope, everyScope) !== undefined;
  const useUp = ({ codeHash }: Invite) => {
    sql.useInvite.run(codeHash);
    const setup = sql.setupCode.get();
    if (setup && hashSecret(String(setup['value'])) === codeHash) sql.forgetSetupCode.run();
  };

  const join = (joining: Joining, at: number): Result<Joined, JoinRefusal> => {
    const { code, name, deviceId } = joining;
    const invite = sql.invite.get(hashSecret(code)) as unknown as Invite | undefined;
    const known =
      deviceId === undefined ? undefined : (sql.deviceWithId.get(deviceId) as unknown as KnownDevice | undefined);
    const planned = planJoin(joining, invite, known, at, random);
    if (!planned.ok) return planned;
    const plan = planned.value;
    const { device, role } = plan.joined;
    if (plan.kind === 'renew') sql.renewToken.run(plan.tokenHash, name, device);
    else if (invite) {
      useUp(invite);
      if (plan.kind === 'extend') sql.changeRole.run(role, device);
      else sql.addDevice.run(device, name, role, plan.tokenHash, invite.codeHash, at);
      for (const scope of scopesGiven(invite)) sql.grant.run(device, scope);
    }
    return ok(plan.joined);
  };

  const setupCode = (renew: boolean): string | undefined => {
    const waiting = sql.setupCode.get();
    if (waiting) return String(waiting['value']);
    if (!renew && sql.anyDevice.get() !== undefined) return undefined;
    const code = drawCode(random, setupCodeLength);
    sql.writeSetupCode.run(code);
    sql.addInvite.run(hashSecret(code), 'coordinator', 'all', null, 1, null);
    return code;
  };

  return {
    withToken: async (token) => {
      const hash = hashSecret(token);
      const found = sql.deviceWithToken.get(hash) as unknown as KnownDevice | undefined;
      return found && sameHash(found.tokenHash, hash) ? found : undefined;
    },
    seen: async (device, at, app) => {
      if (!notedLately(device, at)) sql.seen.run(at, app ?? device.app, device.id);
    },
    join: async (joining, at) => transaction(db, () => join(joining, at)),
    invite: async (by, request, at) => {
      const { role, scopes } = request;
      if (roleTooLow(by, request)) return err('role-too-low');
      if (scopes !== 'all' && !scopes.every((scope) => holds(by, scope))) return err('scope-not-held');
      const code = drawCode(random, joinCodeLength);
      const expiresAt = expiryOf(request, at);
      transaction(db, () => {
        sql.forgetExpired.run(at - expiredKeptMs);
        const names = scopes === 'all' ? scopes : JSON.stringify(scopes);
        sql.addInvite.run(hashSecret(code), role, names, expiresAt, maxInviteUses, by.id);
      });
      return ok({ code, expiresAt });
    },
    revoke: async (device, at) => void sql.revoke.run(at, device),
    grantNow: (device, scope) => void sql.grant.run(device, scope),
    scopes: async (device) =>
      device.role === 'coordinator' || sql.holds.get(device.id, everyScope, everyScope) !== undefined
        ? scopesIn(sql.everyScope.all())
        : scopesIn(sql.scopesOf.all(device.id)),
    holds: async (device, scope) => holds(device, scope),
    readers: async (scope, among) =>
      new Set(sql.readers.all(JSON.stringify(among), scope, everyScope).map(({ id }) => String(id))),
    count: async () =>
      sql.count.all().map(({ role, revoked, count }) => ({
        role: role as DeviceRole,
        revoked: revoked === 1,
        count: Number(count),
      })),
    exists: async (scope) => sql.exists.get(scope) !== undefined,
    setupCode: async (renew) => transaction(db, () => setupCode(renew)),
  };
}

const scopesIn = (rows: readonly Record<string, unknown>[]): Scope[] => rows.map(({ scope }) => scope as Scope);

function statements(db: DatabaseSync) {
  const device = `select id, role, token_hash as tokenHash, invite, last_seen_at as lastSeenAt, app,
    revoked_at as revokedAt from devices`;
  return {
    deviceWithId: db.prepare(`${device} where id = ?`),
    deviceWithToken: db.prepare(`${device} where token_hash = ?`),
    anyDevice: db.prepare('select 1 from devices limit 1'),
    addDevice: db.prepare(
      'insert into devices (id, name, role, token_hash, invite, created_at) values (?, ?, ?, ?, ?, ?)',
    ),
    renewToken: db.prepare('update devices set token_hash = ?, name = ? where id = ?'),
    changeRole: db.prepare('update devices set role = ? where id = ?'),
    seen: db.prepare('update devices set last_seen_at = ?, app = ? where id = ?'),
    revoke: db.prepare('update devices set revoked_at = ? where id = ? and revoked_at is null'),
    invite: db.prepare(
      `select code_hash as codeHash, role, scopes, expires_at as expiresAt, uses_left as usesLeft
       from invites where code_hash = ?`,
    ),
    addInvite: db.prepare('insert into invites values (?, ?, ?, ?, ?, ?)'),
    useInvite: db.prepare('update invites set uses_left = uses_left - 1 where code_hash = ?'),
    forgetExpired: db.prepare('delete from invites where expires_at < ?'),
    grant: db.prepare('insert into grants values (?, ?) on conflict do nothing'),
    holds: db.prepare('select 1 from grants where device = ? and scope in (?, ?)'),
    readers: db.prepare(
      `select id from devices where id in (select value from json_each(?)) and revoked_at is null and
       (role = 'coordinator' or exists (select 1 from grants where device = id and scope in (?, ?)))`,
    ),
    count: db.prepare(
      `select role, revoked_at is not null as revoked, count(*) as count from devices group by 1, 2 order by 1, 2`,
    ),
    exists: db.prepare('select 1 from heads where scope = ?'),
    everyScope: db.prepare('select scope from heads order by scope'),
    scopesOf: db.prepare('select scope from grants join heads using (scope) where device = ? order by scope'),
    setupCode: db.prepare(`select value from meta where key = 'setup-code'`),
    writeSetupCode: db.prepare(`insert into meta values ('setup-code', ?)`),
    forgetSetupCode: db.prepare(`delete from meta where key = 'setup-code'`),
  };
}
