/** Devices, invitations and grants in SQLite, beside the journal: a scope exists where the journal has a head. */
import type { DatabaseSync } from 'node:sqlite';
import { ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import {
  type DeviceRole,
  type GrantRole,
  grantRoles,
  type JoinRefusal,
  joinCodeLength,
  maxInviteUses,
  setupCodeLength,
} from '#replication/membership.ts';
import { transaction } from '#server/database.ts';
import type { Devices, Grant, Joined, Joining, ListedDevice } from '#server/devices.ts';
import {
  endOf,
  everyScope,
  expiredKeptMs,
  expiryOf,
  grantsOf,
  type Invite,
  type KnownDevice,
  planJoin,
  seenNow,
  tokenEnd,
} from '#server/membership-rules.ts';
import { drawCode, drawToken, hashSecret, type Random, sameHash } from '#server/secrets.ts';

export interface SqliteDevices extends Devices {
  /** Makes a device the founder of a scope, inside the transaction that the caller has open. */
  foundNow(device: string, scope: Scope): void;
}

export function sqliteDevices(db: DatabaseSync, random: Random): SqliteDevices {
  const sql = statements(db);
  const useUp = ({ codeHash }: Invite) => {
    sql.useInvite.run(codeHash);
    const setup = sql.setupCode.get();
    if (setup && hashSecret(String(setup['value'])) === codeHash) sql.forgetSetupCode.run();
  };

  const grant = (device: string, given: Grant) => {
    const before = (sql.grant.get(device, given.scope) as { role: GrantRole } | undefined)?.role;
    sql.writeGrant.run(
      device,
      given.scope,
      grantRoles.findLast((role) => role === before || role === given.role) ?? given.role,
    );
  };

  const join = (joining: Joining, at: number): Result<Joined, JoinRefusal> => {
    const { code, name, deviceId } = joining;
    const invite = sql.invite.get(hashSecret(code)) as unknown as Invite | undefined;
    const known =
      deviceId === undefined ? undefined : (sql.deviceWithId.get(deviceId) as unknown as KnownDevice | undefined);
    const planned = planJoin(joining, invite, known, at, random);
    if (!planned.ok) return planned;
    const { joined, endsAt, ...plan } = planned.value;
    const { device, role, expiresAt } = joined;
    if (plan.kind === 'renew') sql.joinAgain.run(plan.tokenHash, name, expiresAt, device);
    else if (invite) {
      useUp(invite);
      const { codeHash, createdBy } = invite;
      if (plan.kind === 'extend') sql.extendDevice.run(role, expiresAt, expiresAt, endsAt, device);
      else sql.addDevice.run(device, name, role, plan.tokenHash, codeHash, createdBy, at, expiresAt, endsAt);
      for (const given of grantsOf(invite)) grant(device, given);
    }
    return ok(joined);
  };

  const setupCode = (renew: boolean): string | undefined => {
    const waiting = sql.setupCode.get();
    if (waiting) return String(waiting['value']);
    if (!renew && sql.anyDevice.get() !== undefined) return undefined;
    const code = drawCode(random, setupCodeLength);
    sql.writeSetupCode.run(code);
    sql.addInvite.run(hashSecret(code), 'coordinator', 'all', null, 1, null, null);
    return code;
  };

  const listed = (row: ListedRow): ListedDevice => ({
    ...row,
    grants: sql.grants.all(row.id) as unknown as Grant[],
  });

  return {
    withToken: async (token) => {
      const hash = hashSecret(token);
      const found = sql.deviceWithToken.get(hash, hash) as unknown as KnownDevice | undefined;
      if (!found) return undefined;
      if (sameHash(found.tokenHash, hash)) return found;
      if (!sameHash(found.nextTokenHash ?? '', hash)) return undefined;
      sql.useNextToken.run(hash);
      return sql.deviceWithToken.get(hash, hash) as unknown as KnownDevice | undefined;
    },
    withId: async (device) => sql.deviceWithId.get(device) as unknown as KnownDevice | undefined,
    seen: async (device, at, facts) => {
      const now = seenNow(device, at, facts);
      if (now) sql.seen.run(at, now.app, now.name, now.unsent, now.oldestUnsentAt, device.id);
    },
    join: async (joining, at) => transaction(db, () => join(joining, at)),
    invite: async (by, request, at) => {
      const { role, scopes, accessDays } = request;
      const code = drawCode(random, joinCodeLength);
      const expiresAt = expiryOf(request, at);
      transaction(db, () => {
        sql.forgetExpired.run(at - expiredKeptMs);
        const names = scopes === 'all' ? scopes : JSON.stringify(scopes);
        sql.addInvite.run(hashSecret(code), role, names, expiresAt, maxInviteUses, by.id, accessDays ?? null);
      });
      return { code, expiresAt };
    },
    renew: async ({ id, endsAt }, at) => {
      const token = drawToken(random);
      const expiresAt = tokenEnd(at, endsAt);
      sql.renew.run(hashSecret(token), expiresAt, id);
      return { token, expiresAt };
    },
    revoke: async (device, at) =>
      transaction(db, () => {
        const isRevoked = sql.revoke.run(at, device).changes > 0;
        if (isRevoked) sql.endInvite.run(at, device, at);
        return isRevoked;
      }),
    extend: async (device, at, days) => {
      const endsAt = endOf(at, days);
      const until = tokenEnd(at, endsAt);
      return sql.extend.run(until, until, endsAt, device).changes > 0;
    },
    foundNow: (device, scope) => void sql.found.run(device, scope),
    list: async (inviter, most) =>
      (sql.list.all(inviter, inviter, most) as unknown as ListedRow[]).map((row) => listed({ ...row })),
    whomToAsk: async (device) =>
      sql.whomToAsk.all(device.invitedBy, device.id, device.invitedBy).map(({ name }) => String(name)),
    scopes: async (device) =>
      device.role === 'coordinator' || sql.grant.get(device.id, everyScope) !== undefined
        ? scopesIn(sql.everyScope.all())
        : scopesIn(sql.scopesOf.all(device.id)),
    grants: async (device) => sql.grants.all(device.id) as unknown as Grant[],
    held: async (device, scope) => {
      const { own, every, exists } = sql.held.get(device.id, scope, device.id, everyScope, scope) as unknown as HeldRow;
      return { own: own ?? undefined, every: every ?? undefined, exists: exists === 1 };
    },
    readers: async (scope, among) =>
      new Set(sql.readers.all(JSON.stringify(among), scope, everyScope).map(({ id }) => String(id))),
    count: async () =>
      sql.count.all().map(({ role, revoked, count }) => ({
        role: role as DeviceRole,
        revoked: revoked === 1,
        count: Number(count),
      })),
    setupCode: async (renew) => transaction(db, () => setupCode(renew)),
  };
}

type ListedRow = Omit<ListedDevice, 'grants'>;
interface HeldRow {
  readonly own: GrantRole | null;
  readonly every: GrantRole | null;
  readonly exists: number;
}

const scopesIn = (rows: readonly Record<string, unknown>[]): Scope[] => rows.map(({ scope }) => scope as Scope);

function statements(db: DatabaseSync) {
  const facts = `id, name, role, last_seen_at as lastSeenAt, app, unsent, oldest_unsent_at as oldestUnsentAt,
    invited_by as invitedBy, expires_at as expiresAt, ends_at as endsAt, revoked_at as revokedAt`;
  const device = `select ${facts}, token_hash as tokenHash, next_token_hash as nextTokenHash, invite from devices`;
  return {
    deviceWithId: db.prepare(`${device} where id = ?`),
    deviceWithToken: db.prepare(`${device} where token_hash = ? or next_token_hash = ?`),
    anyDevice: db.prepare('select 1 from devices limit 1'),
    addDevice: db.prepare(
      `insert into devices (id, name, role, token_hash, invite, invited_by, created_at, expires_at, ends_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    joinAgain: db.prepare('update devices set token_hash = ?, name = ?, expires_at = ? where id = ?'),
    extendDevice: db.prepare(
      'update devices set role = ?, expires_at = ?, next_expires_at = ?, ends_at = ? where id = ?',
    ),
    renew: db.prepare('update devices set next_token_hash = ?, next_expires_at = ? where id = ?'),
    useNextToken: db.prepare(
      `update devices set token_hash = next_token_hash, expires_at = next_expires_at, next_token_hash = null,
       next_expires_at = null where next_token_hash = ?`,
    ),
    extend: db.prepare(
      'update devices set expires_at = ?, next_expires_at = ?, ends_at = ? where id = ? and revoked_at is null',
    ),
    seen: db.prepare(
      'update devices set last_seen_at = ?, app = ?, name = ?, unsent = ?, oldest_unsent_at = ? where id = ?',
    ),
    revoke: db.prepare('update devices set revoked_at = ? where id = ? and revoked_at is null'),
    endInvite: db.prepare(
      `update invites set expires_at = ? where code_hash = (select invite from devices where id = ?)
       and (expires_at is null or expires_at > ?)`,
    ),
    list: db.prepare(
      `select ${facts}, created_at as joinedAt,
         (select name from devices as inviter where inviter.id = devices.invited_by) as inviterName
       from devices where ? is null or invited_by = ? order by created_at desc, id limit ?`,
    ),
    whomToAsk: db.prepare(
      `select name from devices where name <> '' and revoked_at is null and (id = ? or role = 'coordinator') and id <> ?
       order by id = ? desc, last_seen_at desc limit 3`,
    ),
    invite: db.prepare(
      `select code_hash as codeHash, role, scopes, expires_at as expiresAt, uses_left as usesLeft,
         created_by as createdBy, access_days as accessDays
       from invites where code_hash = ?`,
    ),
    addInvite: db.prepare('insert into invites values (?, ?, ?, ?, ?, ?, ?)'),
    useInvite: db.prepare('update invites set uses_left = uses_left - 1 where code_hash = ?'),
    forgetExpired: db.prepare('delete from invites where expires_at < ?'),
    grant: db.prepare('select role from grants where device = ? and scope = ?'),
    grants: db.prepare('select scope, role from grants where device = ? order by scope'),
    writeGrant: db.prepare('insert into grants values (?, ?, ?) on conflict do update set role = excluded.role'),
    // Who was given a scope before it held anything stays what it was.
    found: db.prepare(`insert into grants values (?, ?, 'founder') on conflict do nothing`),
    held: db.prepare(
      `select (select role from grants where device = ? and scope = ?) as own,
         (select role from grants where device = ? and scope = ?) as every,
         exists (select 1 from heads where scope = ?) as "exists"`,
    ),
    readers: db.prepare(
      `select id from devices where id in (select value from json_each(?)) and revoked_at is null and
       (role = 'coordinator' or exists (select 1 from grants where device = id and scope in (?, ?)))`,
    ),
    count: db.prepare(
      `select role, revoked_at is not null as revoked, count(*) as count from devices group by 1, 2 order by 1, 2`,
    ),
    everyScope: db.prepare('select scope from heads order by scope'),
    scopesOf: db.prepare('select scope from grants join heads using (scope) where device = ? order by scope'),
    setupCode: db.prepare(`select value from meta where key = 'setup-code'`),
    writeSetupCode: db.prepare(`insert into meta values ('setup-code', ?)`),
    forgetSetupCode: db.prepare(`delete from meta where key = 'setup-code'`),
  };
}
