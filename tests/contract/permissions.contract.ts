/**
 * Every cell of the table of permissions, tried by real devices on the whole server: what the table grants is done,
 * and what it does not grant is refused or not shown.
 */
import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ScopeKind } from '#domain/noun.ts';
import type { Scope } from '#domain/scope.ts';
import { deviceListSchema } from '#replication/device-list.ts';
import { heldAnswerSchema } from '#replication/files.ts';
import { type DeviceRole, deviceRoles } from '#replication/membership.ts';
import { packRecord } from '#replication/packed.ts';
import { deviceRights, permissions, type ScopeAction, standings } from '#replication/permissions.ts';
import { syncAnswerSchema } from '#replication/protocol.ts';
import { noRateLimits } from '#server/rate-limits.ts';
import type { Store } from '#server/store.ts';
import { type AppInMemory, appInMemory, type JoinedDevice } from '#tests/support/app-in-memory.ts';
import { sampleRecord } from '#tests/support/sample-records.ts';

const kinds: readonly ScopeKind[] = ['programme', 'register', 'session'];
const tus = { 'tus-resumable': '1.0.0' };
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const base64 = (text: string) => Buffer.from(text).toString('base64');

export function permissionsContract(name: string, open: () => Promise<Store>): void {
  describe(`who may do what, on ${name}`, () => {
    let server: AppInMemory;
    let coordinator: JoinedDevice;
    let drawn = 0;
    beforeAll(async () => {
      server = appInMemory({ store: await open(), limits: noRateLimits });
      coordinator = await server.coordinator();
    });
    afterAll(() => server.close());

    const fresh = (what: string) => `${what}-${(drawn += 1)}`;
    const newScope = (kind: ScopeKind): Scope => `${kind}:${fresh('x')}`;
    const sync = async ({ token }: JoinedDevice, deltas: readonly unknown[], cursors = {}) => {
      const body = { protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors, deltas };
      return v.parse(syncAnswerSchema, await (await server.call('POST', '/api/sync', { token, body })).json());
    };
    /** A noun that no version knows may stand in any scope. */
    const note = (scope: Scope) => packRecord(sampleRecord(fresh('n'), { words: 'x' }, { noun: 'mark', scope }));
    const writes = async (device: JoinedDevice, scope: Scope) => {
      const { receipts, refusals } = await sync(device, [note(scope)]);
      if (receipts.length === 0) expect(refusals).toEqual([{ delta: 0, reason: 'forbidden' }]);
      return receipts.length === 1;
    };
    const sends = async ({ token }: JoinedDevice, scope: Scope, bytes = Buffer.from(fresh('file'))) => {
      const metadata = `sha256 ${base64(hashOf(bytes))},scope ${base64(scope)},type ${base64('image/webp')}`;
      const headers = { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': metadata };
      const begun = await server.call('POST', '/api/files/uploads', { token, headers });
      if (begun.status !== 201) {
        expect([begun.status, await begun.json()]).toMatchObject([403, { reason: 'scope-not-held' }]);
        return false;
      }
      const type = { ...tus, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' };
      const url = begun.headers.get('location') ?? '';
      expect((await server.call('PATCH', url, { token, headers: type, body: new Uint8Array(bytes) })).status).toBe(204);
      return true;
    };
    const invites = async ({ token }: JoinedDevice, role: DeviceRole, scopes: 'all' | readonly Scope[]) => {
      const body = { scopes, role, expiresInHours: 1 };
      const answer = await server.call('POST', '/api/invites', { token, body });
      if (answer.status !== 200) expect(await answer.json()).toMatchObject({ refused: 'unauthorised' });
      return answer.status === 200;
    };

    /** The scopes whose changes a device hears of while somebody writes to all of these. */
    const heard = async ({ token }: JoinedDevice, scopes: readonly Scope[], last: Scope) => {
      const { body } = await server.call('GET', '/api/events', { token });
      if (!body) throw new Error('the stream was not opened');
      const reader = body.getReader();
      const decoder = new TextDecoder();
      let text = '';
      // Who hears of a scope is asked of the database, for one scope beside the other: what is told of the last scope for
      // the third time comes after what is told of the others for the first time.
      for (let round = 1; round <= 3; round += 1) {
        for (const scope of [...scopes, last]) await sync(coordinator, [note(scope)]);
        while (!text.includes(`{"scope":"${last}","head":${round}}`)) {
          text += decoder.decode((await reader.read()).value);
        }
      }
      await reader.cancel();
      return scopes.filter((scope) => text.includes(`"${scope}"`));
    };

    const deviceOf = async (role: DeviceRole, scopes: readonly Scope[]) =>
      server.invited({ role, scopes: role === 'coordinator' ? 'all' : scopes }, coordinator);

    const cells = deviceRoles.flatMap((role) =>
      standings.flatMap((standing) => kinds.map((kind) => ({ role, standing, kind }))),
    );

    it.each(cells)('a $role on a $kind that is $standing', async ({ role, standing, kind }) => {
      const expected: readonly ScopeAction[] = permissions[role][standing][kind];
      const scope = newScope(kind);
      const sentinel: Scope = newScope('session');
      const device = await deviceOf(role, standing === 'given' ? [scope, sentinel] : [sentinel]);
      if (standing === 'founded' && !permissions[role].new[kind].includes('create')) {
        // Nobody stands there: who may not create founds nothing, whatever the row says.
        expect(await writes(device, scope)).toBe(false);
        return;
      }
      if (standing !== 'new') expect(await writes(standing === 'founded' ? device : coordinator, scope)).toBe(true);
      const file = Buffer.from(fresh('picture'));
      const exists = standing !== 'new';
      if (exists) expect(await sends(coordinator, scope, file)).toBe(true);

      const done = new Set<ScopeAction>();
      const agreed = (action: ScopeAction, ...found: readonly boolean[]) => {
        if (found.every(Boolean)) done.add(action);
        // Every way to do it is open, or none.
        else expect({ action, found }).toEqual({ action, found: found.map(() => false) });
      };
      const { heads, changes } = await sync(device, [], { [scope]: 0 });
      const { token } = device;
      const fetched = await server.call('GET', `/api/files/${hashOf(file)}`, { token });
      const asked = { files: [{ sha256: hashOf(file), scope }] };
      const held = await server.call('POST', '/api/files/held', { token, body: asked });
      const told = v.parse(heldAnswerSchema, await held.json()).held.length === 1;
      const compared = await server.call('POST', '/api/digests', { token, body: { scopes: [scope] } });
      const digests = Object.keys(((await compared.json()) as { digests: object }).digests);
      const pokes = exists ? await heard(device, [scope], sentinel) : [];
      agreed(
        'read',
        scope in heads,
        changes.length > 0,
        fetched.status === 200,
        told,
        pokes.length > 0,
        digests.length > 0,
      );

      const mayAsk: DeviceRole[] = [];
      for (const as of deviceRoles) if (as !== 'coordinator' && (await invites(device, as, [scope]))) mayAsk.push(as);
      if (mayAsk.length > 0) done.add('invite');
      const mayInvite = expected.includes('invite') ? deviceRights[role].inviteAs : [];
      expect(mayAsk).toEqual(deviceRoles.filter((as) => as !== 'coordinator' && mayInvite.includes(as)));

      if (kind === 'programme') {
        const id = fresh('s');
        const values = { programmeId: scope.slice('programme:'.length) };
        const placed = sampleRecord(id, values, { noun: 'session', scope: `session:${id}` });
        if ((await sync(device, [packRecord(placed)])).receipts.length === 1) done.add('add');
      }
      agreed(exists ? 'write' : 'create', await sends(device, scope), await writes(device, scope));
      expect([...done].sort()).toEqual([...expected].sort());

      // What it may not write is told beside what it may read.
      const { limits = {} } = await sync(device, []);
      const limit = expected.includes('write') ? undefined : expected.includes('add') ? 'add' : 'read';
      if (expected.includes('read')) expect(limits[scope]).toBe(limit);
    });

    it.each(deviceRoles)('a %s, of the other devices', async (role) => {
      const { inviteToAll, inviteAs, devices } = deviceRights[role];
      const began: Scope = newScope('session');
      const device = await deviceOf(role, [newScope('session')]);
      for (const as of deviceRoles) {
        expect(await invites(device, as, 'all')).toBe(inviteToAll && inviteAs.includes(as));
      }
      const body = (of: JoinedDevice) => ({ device: of.device });
      const { token } = device;
      const revokes = async (of: JoinedDevice) => {
        const longer = await server.call('POST', '/api/devices/extend', { token, body: { ...body(of), days: 1 } });
        const answer = await server.call('POST', '/api/devices/revoke', { token, body: body(of) });
        expect(longer.status).toBe(answer.status);
        return answer.status === 200;
      };
      const listed = await server.call('GET', '/api/devices', { token });
      expect(listed.status).toBe(devices === 'none' ? 403 : 200);
      const another = await server.invited({ role: 'viewer', scopes: [began] }, coordinator);
      expect(await revokes(another)).toBe(devices === 'all');
      expect(await revokes(device)).toBe(false);
      expect(await revokes({ ...device, device: 'nobody' })).toBe(false);
      if (inviteAs.length === 0) return;

      expect(await writes(device, began)).toBe(true);
      const mine = await server.invited({ role: 'viewer', scopes: [began] }, device);
      const raised = await server.invited({ role: 'viewer', scopes: [began] }, device);
      const code = await server.call('POST', '/api/invites', {
        token: coordinator.token,
        body: { scopes: 'all', role: 'coordinator', expiresInHours: 1 },
      });
      const join = { ...((await code.json()) as object), deviceName: 'Raised' };
      expect((await server.call('POST', '/api/join', { token: raised.token, body: join })).status).toBe(200);
      const list = v.parse(deviceListSchema, await (await server.call('GET', '/api/devices', { token })).json());
      const seen = new Set<string>(list.devices.map(({ id }) => id));
      expect(seen.has(mine.device)).toBe(true);
      expect(seen.has(another.device)).toBe(devices === 'all');
      expect(await revokes(mine)).toBe(true);
      // Somebody made more of it than this device may invite to.
      expect(await revokes(raised)).toBe(devices === 'all');
    });

    const open401 = new Set(['GET /api/health', 'GET /api/metrics', 'POST /api/join']);
    it('no route but the probe, the metrics and joining answers without a token that counts', async () => {
      const gone = await server.invited({ role: 'coordinator' }, coordinator);
      const ended = await server.invited({ role: 'coordinator', accessDays: 1 }, coordinator);
      await server.call('POST', '/api/devices/revoke', { token: coordinator.token, body: { device: gone.device } });
      const routes = [
        ...new Set(
          server.routes
            .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
            .map(({ method, path }) => `${method} ${path}`),
        ),
      ].filter((route) => !open401.has(route));
      expect(routes.length).toBeGreaterThanOrEqual(11);
      const before = server.clock.now;
      server.clock.now += 86_400_000;
      for (const route of routes) {
        const [method, path] = route.split(' ') as ['GET' | 'POST' | 'PATCH', string];
        const at = path.replace(':id', 'a'.repeat(32)).replace(/:sha256\{.*\}/, 'a'.repeat(64));
        const asked = async (token?: string) => {
          const answer = await server.call(method, at, { token, ...(method !== 'GET' && { body: {} }) });
          const { refused, reason } = (await answer.json()) as { refused: string; reason?: string };
          return [route, answer.status, refused, reason];
        };
        expect(await asked()).toEqual([route, 401, 'unauthorised', undefined]);
        expect(await asked('A'.repeat(43))).toEqual([route, 401, 'unauthorised', undefined]);
        expect(await asked(gone.token)).toEqual([route, 403, 'revoked', 'revoked']);
        expect(await asked(ended.token)).toEqual([route, 403, 'revoked', 'expired']);
      }
      server.clock.now = before;
    });
  });
}
