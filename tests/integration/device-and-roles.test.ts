/** A device with its real store and the whole server: what its role does to it, its token's life, and being turned away. */
// First, because it brings the database that the others are opened on.
import { capture, captureId, marks, sessionScope, testDevice, type TestDevice } from '#tests/support/replicas.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { scopeOf } from '#domain/scope.ts';
import { deviceListSchema, type ListedDevice } from '#replication/device-list.ts';
import { tokenLifeMs } from '#server/membership-rules.ts';
import { change, fresh } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { readUnsent } from '#storage/queries/unsent.ts';
import { saveServer, sendEarlier } from '#storage/scopes.ts';
import { askToRenew } from '#sync/device-list.ts';
import { syncEngine } from '#sync/engine.ts';
import { askToJoin } from '#sync/membership.ts';
import { syncTransport } from '#sync/transport.ts';
import type { Wire } from '#sync/wire.ts';
import { type AppInMemory, appInMemory, type JoinedDevice } from '#tests/support/app-in-memory.ts';

const dayMs = 86_400_000;
const programme = 'p1' as Parameters<typeof scopeOf<'programme'>>[1];
const programmeScope = scopeOf('programme', programme);

let server: AppInMemory;
let coordinator: JoinedDevice;
beforeEach(async () => {
  server = appInMemory();
  coordinator = await server.coordinator();
  await post(coordinator, [
    { noun: 'programme', id: programme, scope: programmeScope, v: { reference: 'A' }, s: '0mwsz6rk0000K3vT9aQz' },
    { noun: 'session', id: 'session-1', scope: sessionScope, v: { type: 'workshop' }, s: '0mwsz6rk0000K3vT9aQz' },
  ]);
});
afterEach(() => server.close());

const post = async ({ token }: JoinedDevice, deltas: readonly unknown[]) => {
  const body = { protocol: 1, epoch: null, sentAt: 0, app: 'x', cursors: {}, deltas };
  return (await server.call('POST', '/api/sync', { token, body })).json();
};

interface Line {
  readonly asked: string[];
  readonly wire: Wire;
  readonly engine: ReturnType<typeof syncEngine>;
}
/** `lost`: the paths whose answers do not come. */
function lineOf(device: TestDevice, lost: () => readonly string[] = () => []): Line {
  const asked: string[] = [];
  const wire: Wire = {
    fetch: async (path, init) => {
      asked.push(path);
      const headers = Object.fromEntries(new Headers(init.headers));
      const answer = await server.call(init.method as 'GET', path, { body: init.body ?? undefined, headers });
      if (lost().includes(path)) throw new TypeError('cut');
      return answer;
    },
    timeout: () => new AbortController().signal,
    now: () => server.clock.now,
  };
  const { store } = device;
  const engine = syncEngine({
    store,
    send: syncTransport(wire),
    renew: (token) => askToRenew(wire, token),
    now: () => server.clock.now,
    app: '0.2.0',
    lock: (round) => round(),
  });
  return { asked, wire, engine };
}

const codeFor = async (body: object, by = coordinator) => {
  const request = { role: 'facilitator', scopes: [sessionScope, programmeScope], expiresInHours: 24, ...body };
  const answer = await server.call('POST', '/api/invites', { token: by.token, body: request });
  return ((await answer.json()) as { code: string }).code;
};
async function joinBy(device: TestDevice, { wire }: Line, code: string, token?: string) {
  device.clock.now = server.clock.now;
  const { deviceId } = device.replica.device;
  const joining = await askToJoin(wire, code, { deviceId, deviceName: 'Blue' }, token);
  if (joining.type !== 'let-in') throw new Error(joining.type);
  await saveServer(device.replica, { ...joining.answer, name: 'Server' });
  return joining.answer;
}
async function facilitator(lost?: () => readonly string[]) {
  const device = await testDevice(undefined, server.clock.now);
  const line = lineOf(device, lost);
  const answer = await joinBy(device, line, await codeFor({}));
  await line.engine.exchange();
  line.asked.length = 0;
  return { device, line, answer };
}
const listed = async (id: string): Promise<ListedDevice | undefined> => {
  const answer = await server.call('GET', '/api/devices', { token: coordinator.token });
  return v.parse(deviceListSchema, await answer.json()).devices.find((one) => one.id === id);
};
const tokenOf = async ({ store }: TestDevice) => (await store.link())?.token ?? '';
const later = (device: TestDevice, ms: number) => {
  server.clock.now += ms;
  device.clock.now = server.clock.now;
};

describe('a role', () => {
  const rename = ({ replica }: TestDevice) =>
    commitTo(replica, [
      change('programme', { id: programme, scope: programmeScope }, { write: { title: fresh('Mine') } }),
    ]);

  it('[QR3] that may not write somewhere keeps what was written, and asks once and not again and again', async () => {
    const { device, line } = await facilitator();
    expect((await rename(device)).ok).toBe(true);
    await capture(device, 'c1', 'goes all the same');
    expect(await line.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
    expect(await marks(device)).toMatchObject([{ noun: 'programme', waiting: 'forbidden' }]);
    expect(await server.store.journal.read(sessionScope, 'capture', 'c1')).toBeDefined();
    const asked = line.asked.length;
    expect(asked).toBeLessThanOrEqual(2);
    for (let round = 1; round <= 3; round += 1) await line.engine.exchange();
    expect(line.asked.length).toBe(asked + 3);
    expect(await readUnsent(device.replica.db)).toMatchObject({ count: 1, due: 0, forbidden: 1 });
    expect(await device.replica.db.scopes.get(programmeScope)).toMatchObject({ limit: 'read' });
  });

  it('[EP3] that only reads somewhere has nothing to send from there when the server was put back', async () => {
    const { device, line } = await facilitator();
    await rename(device);
    await line.engine.exchange();
    const meta = await device.replica.db.meta.get('server');
    await device.replica.db.meta.put({ key: 'server', value: { ...(meta?.value as object), epoch: 'before' } });
    expect(await line.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
    // What was written there meanwhile is offered once more, still waits, and is all that waits.
    await line.engine.exchange();
    expect(await marks(device)).toMatchObject([{ noun: 'programme', waiting: 'forbidden' }]);
  });

  it('[QR3] that is raised by another code sends what waited for it', async () => {
    const { device, line, answer } = await facilitator();
    await rename(device);
    await line.engine.exchange();
    const code = await codeFor({ role: 'coordinator', scopes: 'all' });
    expect(await joinBy(device, line, code, answer.token)).toMatchObject({ token: answer.token, role: 'coordinator' });
    await line.engine.exchange();
    expect(await marks(device)).toEqual([]);
    expect((await device.replica.db.scopes.get(programmeScope))?.limit).toBeUndefined();
  });

  it('lets a facilitator begin a session of its own, and none in a programme that it was given', async () => {
    const { device, line } = await facilitator();
    const place = async (id: string, programmeId: string) => {
      const named = id as Parameters<typeof scopeOf<'session'>>[1];
      const set = { programmeId: programmeId as typeof programme };
      const written = await commitTo(device.replica, [
        change('session', { id: named, scope: scopeOf('session', named) }, { set }),
      ]);
      expect(written.ok).toBe(true);
      await line.engine.exchange();
    };
    await place('own', 'own-programme');
    expect(await marks(device)).toEqual([]);
    await place('in-given', programme);
    expect(await marks(device)).toMatchObject([{ id: 'in-given', waiting: 'forbidden' }]);
  });
});

describe('a token', () => {
  it('is renewed by the device itself after a third of its life, and the old one ends with the first use', async () => {
    const { device, line, answer } = await facilitator();
    later(device, tokenLifeMs / 3 - dayMs);
    await line.engine.exchange();
    expect(line.asked).toEqual(['/api/sync']);
    later(device, 2 * dayMs);
    await line.engine.exchange();
    const renewed = await tokenOf(device);
    expect(renewed).not.toBe(answer.token);
    expect(await server.devices.withToken(answer.token)).toBeUndefined();
    expect((await listed(answer.device))?.expiresAt).toBe(server.clock.now + tokenLifeMs);
    line.asked.length = 0;
    await line.engine.exchange();
    expect(line.asked).toEqual(['/api/sync']);
  });

  it('whose renewal was never heard goes on, and is renewed another time', async () => {
    let lost = true;
    const { device, line, answer } = await facilitator(() => (lost ? ['/api/renew'] : []));
    later(device, tokenLifeMs / 2);
    expect(await line.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
    expect(await tokenOf(device)).toBe(answer.token);
    lost = false;
    later(device, dayMs);
    expect(await line.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
    expect(await tokenOf(device)).not.toBe(answer.token);
    expect(await line.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
  });

  it('that a server does not know, which was put back to before the renewal, gives way to the one before', async () => {
    const { device, line, answer } = await facilitator();
    await device.store.renewed(answer.token, 'of-a-server-that-is-gone', server.clock.now + tokenLifeMs);
    expect(await line.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
    const known = await server.devices.withToken(await tokenOf(device));
    expect(known?.id).toBe(answer.device);
  });

  it('nobody knows at all is told, and nothing is lost', async () => {
    const { device, line, answer } = await facilitator();
    await device.store.renewed(answer.token, 'unknown', 0);
    await device.store.renewed('unknown', 'unknown-too', 0);
    await capture(device, 'c1', 'kept');
    expect(await line.engine.exchange()).toEqual({ type: 'transport/unauthorised' });
    expect(await marks(device)).toHaveLength(1);
  });
});

describe('a device that is turned away', () => {
  it('keeps everything, goes on, is told whom to ask, and sends it all when it joins again', async () => {
    await post(coordinator, []);
    const { device, line, answer } = await facilitator();
    const office = { protocol: 1, epoch: null, sentAt: 0, app: 'x', cursors: {}, deltas: [] };
    const named = { ...office, tablet: { name: 'Office tablet', unsent: 0 } };
    await server.call('POST', '/api/sync', { token: coordinator.token, body: named });
    const body = { device: answer.device };
    expect((await server.call('POST', '/api/devices/revoke', { token: coordinator.token, body })).status).toBe(200);
    await capture(device, 'c1', 'after it was revoked');
    await line.engine.exchange();
    await capture(device, 'c2', 'and later');
    line.asked.length = 0;
    expect(await line.engine.exchange()).toEqual({ type: 'transport/revoked' });
    expect(line.asked).toEqual([]);
    const { server: facts, count } = await readUnsent(device.replica.db);
    expect(facts?.turnedAway).toMatchObject({ because: 'revoked', ask: ['Office tablet'] });
    expect(count).toBe(2);

    await joinBy(device, line, await codeFor({}));
    expect(await line.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
    expect(await marks(device)).toEqual([]);
    for (const id of ['c1', 'c2']) {
      expect(await server.store.journal.read(sessionScope, 'capture', captureId(id))).toBeDefined();
    }
    expect((await readUnsent(device.replica.db)).server?.turnedAway).toBeUndefined();
  });

  it('because its time was over goes on by itself once somebody lets it stay', async () => {
    const device = await testDevice(undefined, server.clock.now);
    const line = lineOf(device);
    const { device: id } = await joinBy(device, line, await codeFor({ accessDays: 2 }));
    await line.engine.exchange();
    later(device, 2 * dayMs);
    await capture(device, 'c1', 'on the third day');
    expect(await line.engine.exchange()).toMatchObject({ type: 'transport/revoked', because: 'expired' });
    expect((await readUnsent(device.replica.db)).server?.turnedAway).toMatchObject({ because: 'expired' });
    const body = { device: id, days: 7 };
    expect((await server.call('POST', '/api/devices/extend', { token: coordinator.token, body })).status).toBe(200);
    expect(await line.engine.exchange()).toEqual({ type: 'rounds/done', more: false });
    expect((await readUnsent(device.replica.db)).server?.turnedAway).toBeUndefined();
    expect(await listed(id)).toMatchObject({ endsAt: server.clock.now + 7 * dayMs, revokedAt: null });
  });
});

describe('the list of devices', () => {
  it('tells what each device says of itself: its name of now, what is unsent and since when, its version', async () => {
    const { device, line, answer } = await facilitator();
    expect(await listed(answer.device)).toMatchObject({
      name: 'Blue',
      role: 'facilitator',
      scopes: [
        { scope: programmeScope, as: 'facilitator' },
        { scope: sessionScope, as: 'facilitator' },
      ],
      unsent: 0,
      oldestUnsentAt: null,
      app: '0.2.0',
      invitedBy: { id: coordinator.device },
      lastSeenAt: server.clock.now,
    });
    await device.replica.setName('Blue, table 3');
    later(device, dayMs);
    // Of a programme that it may only read.
    await commitTo(device.replica, [
      change('programme', { id: programme, scope: programmeScope }, { write: { title: fresh('Mine') } }),
    ]);
    await sendEarlier(device.replica);
    await capture(device, 'c1', 'sent');
    await line.engine.exchange();
    await line.engine.exchange();
    const shown = await listed(answer.device);
    expect(shown).toMatchObject({ name: 'Blue, table 3', unsent: 1 });
    expect(Math.abs((shown?.oldestUnsentAt ?? 0) - server.clock.now)).toBeLessThan(1000);
    // No name of a tablet stands in the log.
    expect(server.logged.join('\n')).not.toMatch(/Blue|Office/);
  });
});
