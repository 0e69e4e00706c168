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
import { drawCode, drawName, drawToken, hashSecret, type Random, sameHash } from '#server/secrets.ts';

const everyScope = '*';
const seenEveryMs = 60_000;
/** How long an invitation is remembered after it expired, so that its code is called expired and not unknown. */
const expiredKeptMs = 30 * 24 * 3_600_000;

interface DeviceRow extends Device {
  readonly tokenHash: string;
  readonly invite: string;
}
interface InviteRow {
  readonly codeHash: string;
  readonly role: DeviceRole;
  readonly scopes: string;
  readonly expiresAt: number | null;
  readonly usesLeft: number;
}

export interface SqliteDevices extends Devices {
  /** Makes a device a member of a scope, inside the transaction that the caller has open. */
  grantNow(device: string, scope: Scope): void;
}

export function sqliteDevices(db: DatabaseSync, random: Random): SqliteDevices {
  const sql = statements(db);
  const deviceWithId = (id: string) => sql.deviceWithId.get(id) as unknown as DeviceRow | undefined;
  const holds = (device: Device, scope: Scope) =>
    device.role === 'coordinator' || sql.holds.get(device.id, scope, everyScope) !== undefined;

  const giveScopes = (device: string, { role, scopes }: InviteRow) => {
    if (role === 'coordinator') return;
    const given = scopes === 'all' ? [everyScope] : (JSON.parse(scopes) as Scope[]);
    for (const scope of given) sql.grant.run(device, scope);
  };
  const useUp = ({ codeHash }: InviteRow) => {
    sql.useInvite.run(codeHash);
    const setup = sql.setupCode.get();
    if (setup && hashSecret(String(setup['value'])) === codeHash) sql.forgetSetupCode.run();
  };
  /** A device whose join was answered, but that never used its token: it may be asking again. */
  const unanswered = (invite: InviteRow, deviceId: string | undefined) => {
    const known = deviceId === undefined ? undefined : deviceWithId(deviceId);
    return known?.invite === invite.codeHash && known.lastSeenAt === null && known.revokedAt === null;
  };

  const join = ({ code, name, deviceId, already }: Joining, at: number): Result<Joined, JoinRefusal> => {
    const invite = sql.invite.get(hashSecret(code)) as unknown as InviteRow | undefined;
    if (!invite) return err('code-unknown');
    if (invite.expiresAt !== null && invite.expiresAt <= at) return err('code-expired');
    if (deviceId !== undefined && !already && unanswered(invite, deviceId)) {
      const token = drawToken(random);
      sql.renewToken.run(hashSecret(token), name, deviceId);
      return ok({ token, device: deviceId, role: invite.role });
    }
    if (invite.usesLeft <= 0) return err('code-used');
    useUp(invite);
    if (already) {
      const { device, token } = already;
      const role = invite.role === 'coordinator' ? invite.role : device.role;
      sql.changeRole.run(role, device.id);
      giveScopes(device.id, invite);
      return ok({ token, device: device.id, role });
    }
    const id = deviceId === undefined || deviceWithId(deviceId) ? drawName(random) : deviceId;
    const token = drawToken(random);
    sql.addDevice.run(id, name, invite.role, hashSecret(token), invite.codeHash, at);
    giveScopes(id, invite);
    return ok({ token, device: id, role: invite.role });
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
      const found = sql.deviceWithToken.get(hash) as unknown as DeviceRow | undefined;
      return found && sameHash(found.tokenHash, hash) ? found : undefined;
    },
    seen: async (device, at, app) => {
      const noted = device.lastSeenAt !== null && Math.abs(at - device.lastSeenAt) < seenEveryMs;
      if (!noted) sql.seen.run(at, app ?? device.app, device.id);
    },
    join: async (joining, at) => transaction(db, () => join(joining, at)),
    invite: async (by, { scopes, role, expiresInHours }, at) => {
      if (by.role !== 'coordinator' && (role === 'coordinator' || scopes === 'all')) return err('role-too-low');
      if (scopes !== 'all' && !scopes.every((scope) => holds(by, scope))) return err('scope-not-held');
      const code = drawCode(random, joinCodeLength);
      const expiresAt = at + Math.round(expiresInHours * 3_600_000);
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
    exists: db.prepare('select 1 from heads where scope = ?'),
    everyScope: db.prepare('select scope from heads order by scope'),
    scopesOf: db.prepare('select scope from grants join heads using (scope) where device = ? order by scope'),
    setupCode: db.prepare(`select value from meta where key = 'setup-code'`),
    writeSetupCode: db.prepare(`insert into meta values ('setup-code', ?)`),
    forgetSetupCode: db.prepare(`delete from meta where key = 'setup-code'`),
  };
}
