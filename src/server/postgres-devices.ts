/** Devices, invitations and grants in PostgreSQL: what one process lets in or revokes, all of them know. */
import { ok, type Result } from '#domain/result.ts';
import type { Scope } from '#domain/scope.ts';
import {
  type GrantRole,
  type JoinRefusal,
  joinCodeLength,
  maxInviteUses,
  setupCodeLength,
} from '#replication/membership.ts';
import type { DeviceCount, Devices, Grant, Joined, Joining, ListedDevice } from '#server/devices.ts';
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
import { locks } from '#server/postgres-locks.ts';
import { type Bound, type Postgres, statement, type Transaction } from '#server/postgres.ts';
import { drawCode, drawToken, hashSecret, type Random, sameHash } from '#server/secrets.ts';

export interface PostgresDevices extends Devices {
  /** Makes a device the founder of a scope, in the transaction that sends it. */
  founding(device: string, scope: Scope): Bound<unknown>;
}

export function postgresDevices(db: Postgres, random: Random): PostgresDevices {
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
    const { joined, endsAt, ...plan } = planned.value;
    const { device, role, expiresAt } = joined;
    if (plan.kind === 'renew') transaction.send(sql.joinAgain(plan.tokenHash, name, expiresAt, device));
    else if (invite) {
      const { codeHash, createdBy } = invite;
      transaction.send(sql.useInvite(codeHash));
      if (setup && hashSecret(setup.value) === codeHash) transaction.send(sql.forgetSetupCode());
      if (plan.kind === 'extend') transaction.send(sql.extendDevice(role, expiresAt, endsAt, device));
      else
        transaction.send(sql.addDevice(device, name, role, plan.tokenHash, codeHash, createdBy, at, expiresAt, endsAt));
      for (const given of grantsOf(invite)) transaction.send(sql.grant(device, given.scope, given.role));
    }
    return ok(joined);
  };

  const setupCode = async (transaction: Transaction, renew: boolean): Promise<string | undefined> => {
    const [, [waiting], [known]] = await transaction.all(locks.setup, sql.setupCode(), sql.anyDevice());
    if (waiting) return waiting.value;
    if (!renew && known) return undefined;
    const code = drawCode(random, setupCodeLength);
    transaction.send(sql.writeSetupCode(code));
    transaction.send(sql.addInvite(hashSecret(code), 'coordinator', 'all', null, 1, null, null));
    return code;
  };

  return {
    withToken: async (token) => {
      const hash = hashSecret(token);
      const [found] = await db.rows(sql.deviceWithToken(hash));
      if (!found || sameHash(found.tokenHash, hash)) return found;
      if (!sameHash(found.nextTokenHash ?? '', hash)) return undefined;
      await db.rows(sql.useNextToken(hash));
      return (await db.rows(sql.deviceWithToken(hash)))[0];
    },
    withId: async (device) => (await db.rows(sql.deviceWithId(device)))[0],
    seen: async (device, at, facts) => {
      const now = seenNow(device, at, facts);
      if (now) await db.rows(sql.seen(at, now.app, now.name, now.unsent, now.oldestUnsentAt, device.id));
    },
    // Twice is not the same as once: a device that hears nothing repeats it itself, with the same code and id.
    join: (joining, at) => db.transaction((transaction) => join(transaction, joining, at), false),
    invite: async (by, request, at) => {
      const { role, scopes, accessDays } = request;
      const code = drawCode(random, joinCodeLength);
      const expiresAt = expiryOf(request, at);
      const names = scopes === 'all' ? scopes : JSON.stringify(scopes);
      await db.transaction(async (transaction) => {
        await transaction.all(sql.forgetExpired(at - expiredKeptMs));
        transaction.send(
          sql.addInvite(hashSecret(code), role, names, expiresAt, maxInviteUses, by.id, accessDays ?? null),
        );
      }, false);
      return { code, expiresAt };
    },
    renew: async ({ id, endsAt }, at) => {
      const token = drawToken(random);
      const expiresAt = tokenEnd(at, endsAt);
      await db.rows(sql.renew(hashSecret(token), expiresAt, id));
      return { token, expiresAt };
    },
    revoke: async (device, at) => (await db.rows(sql.revoke(at, device))).length > 0,
    extend: async (device, at, days) => {
      const endsAt = endOf(at, days);
      return (await db.rows(sql.extend(tokenEnd(at, endsAt), endsAt, device))).length > 0;
    },
    founding: (device, scope) => sql.found(device, scope),
    list: async (inviter, most) => {
      const [rows, grants] = await db.all(sql.list(inviter, most), sql.grantsListed(inviter));
      const byDevice = Map.groupBy(grants, ({ device: of }) => of);
      return rows.map((row) => ({
        ...row,
        grants: (byDevice.get(row.id) ?? []).map(({ scope, role }) => ({ scope, role })),
      }));
    },
    whomToAsk: async (device) => (await db.rows(sql.whomToAsk(device.invitedBy, device.id))).map(({ name }) => name),
    scopes: async (device) =>
      (await db.rows(sql.scopes(device.role === 'coordinator', device.id, everyScope))).map(({ scope }) => scope),
    grants: (device) => db.rows(sql.grants(device.id)),
    held: async (device, scope) => {
      const [row] = await db.rows(sql.held(device.id, scope, everyScope));
      return { own: row?.own ?? undefined, every: row?.every ?? undefined, exists: row?.exists === true };
    },
    readers: async (scope, among) =>
      new Set((await db.rows(sql.readers(among, scope, everyScope))).map(({ id }) => id)),
    count: () => db.rows(sql.count()),
    setupCode: (renew) => db.transaction((transaction) => setupCode(transaction, renew), false),
  };
}

const facts = `id, name, role, last_seen_at as "lastSeenAt", app, unsent, oldest_unsent_at as "oldestUnsentAt",
  invited_by as "invitedBy", expires_at as "expiresAt", ends_at as "endsAt", revoked_at as "revokedAt"`;
const device = `select ${facts}, token_hash as "tokenHash", next_token_hash as "nextTokenHash", invite from devices`;
/** The greater of two grants is kept; their names do not sort as they rank. */
const rank = (role: string) => `array_position(array['viewer', 'facilitator', 'trainer', 'founder'], ${role})`;

const sql = {
  deviceWithId: statement<KnownDevice>('device-with-id', `${device} where id = $1`),
  deviceWithToken: statement<KnownDevice>(
    'device-with-token',
    `${device} where token_hash = $1 or next_token_hash = $1`,
  ),
  anyDevice: statement<object>('device-any', 'select 1 from devices limit 1'),
  addDevice: statement(
    'device-add',
    `insert into devices (id, name, role, token_hash, invite, invited_by, created_at, expires_at, ends_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
  ),
  joinAgain: statement(
    'device-join-again',
    'update devices set token_hash = $1, name = $2, expires_at = $3 where id = $4',
  ),
  extendDevice: statement(
    'device-extend-by-code',
    'update devices set role = $1, expires_at = $2, next_expires_at = $2, ends_at = $3 where id = $4',
  ),
  renew: statement('device-renew', 'update devices set next_token_hash = $1, next_expires_at = $2 where id = $3'),
  useNextToken: statement(
    'device-use-next',
    `update devices set token_hash = next_token_hash, expires_at = next_expires_at, next_token_hash = null,
     next_expires_at = null where next_token_hash = $1`,
  ),
  extend: statement<object>(
    'device-extend',
    `update devices set expires_at = $1, next_expires_at = $1, ends_at = $2 where id = $3 and revoked_at is null
     returning id`,
  ),
  seen: statement(
    'device-seen',
    'update devices set last_seen_at = $1, app = $2, name = $3, unsent = $4, oldest_unsent_at = $5 where id = $6',
  ),
  revoke: statement<object>(
    'device-revoke',
    `with revoked as (
       update devices set revoked_at = $1 where id = $2 and revoked_at is null returning id, invite
     ), ended as (
       update invites set expires_at = $1 from revoked
       where code_hash = revoked.invite and (expires_at is null or expires_at > $1)
     )
     select id from revoked`,
  ),
  list: statement<Omit<ListedDevice, 'grants'>>(
    'device-list',
    `select ${facts}, created_at as "joinedAt",
       (select name from devices as inviter where inviter.id = devices.invited_by) as "inviterName"
     from devices where $1::text is null or invited_by = $1 order by created_at desc, id limit $2`,
  ),
  grantsListed: statement<Grant & { readonly device: string }>(
    'device-list-grants',
    `select device, scope, grants.role from grants join devices on devices.id = grants.device
     where $1::text is null or invited_by = $1 order by scope`,
  ),
  whomToAsk: statement<{ name: string }>(
    'device-whom-to-ask',
    `select name from devices where name <> '' and revoked_at is null and (id = $1 or role = 'coordinator') and id <> $2
     order by id = $1 desc nulls last, last_seen_at desc nulls last limit 3`,
  ),
  invite: statement<Invite>(
    'invite',
    `select code_hash as "codeHash", role, scopes, expires_at as "expiresAt", uses_left as "usesLeft",
       created_by as "createdBy", access_days as "accessDays"
     from invites where code_hash = $1 for update`,
  ),
  addInvite: statement('invite-add', 'insert into invites values ($1, $2, $3, $4, $5, $6, $7)'),
  useInvite: statement('invite-use', 'update invites set uses_left = uses_left - 1 where code_hash = $1'),
  forgetExpired: statement('invite-forget', 'delete from invites where expires_at < $1'),
  grant: statement(
    'grant',
    `insert into grants values ($1, $2, $3) on conflict (device, scope) do update set role = excluded.role
     where ${rank('excluded.role')} > ${rank('grants.role')}`,
  ),
  // Who was given a scope before it held anything stays what it was.
  found: statement('grant-found', `insert into grants values ($1, $2, 'founder') on conflict do nothing`),
  grants: statement<Grant>('grants', 'select scope, role from grants where device = $1 order by scope'),
  held: statement<{ own: GrantRole | null; every: GrantRole | null; exists: boolean }>(
    'grant-held',
    `select (select role from grants where device = $1 and scope = $2) as own,
       (select role from grants where device = $1 and scope = $3) as every,
       exists (select 1 from heads where scope = $2) as exists`,
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
  scopes: statement<{ scope: Scope }>(
    'scopes',
    `select scope from heads where $1 or exists (select 1 from grants where device = $2 and grants.scope = $3)
     union select scope from grants join heads using (scope) where device = $2 order by scope`,
  ),
  setupCode: statement<{ value: string }>('setup-code', `select value from meta where key = 'setup-code'`),
  writeSetupCode: statement('setup-code-write', `insert into meta values ('setup-code', $1)`),
  forgetSetupCode: statement('setup-code-forget', `delete from meta where key = 'setup-code'`),
};
