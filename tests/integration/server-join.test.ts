import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wrongCodeEveryMs, wrongCodesAtOnce } from '#server/attempts.ts';
import { maxInviteUses } from '#replication/membership.ts';
import { type AppInMemory, appInMemory, type CallOptions, type JoinedDevice } from '#tests/support/app-in-memory.ts';

let server: AppInMemory;
beforeEach(() => {
  server = appInMemory();
});
afterEach(() => server.close());

const hourMs = 3_600_000;
const join = (body: unknown, options: CallOptions = {}) => server.call('POST', '/api/join', { body, ...options });
const joined = async (body: unknown, options: CallOptions = {}): Promise<JoinedDevice> => {
  const answer = await join(body, options);
  expect(answer.status).toBe(200);
  return (await answer.json()) as JoinedDevice;
};
const invite = (token: string | undefined, body: unknown) => server.call('POST', '/api/invites', { token, body });
const codeOf = async (token: string, body: object = {}): Promise<string> => {
  const answer = await invite(token, { scopes: 'all', role: 'facilitator', expiresInHours: 1, ...body });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { code: string }).code;
};
const sync = (token: string) =>
  server.call('POST', '/api/sync', {
    token,
    body: { protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors: {}, deltas: [] },
  });
const refusal = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  return { status: response.status, ...((await response.json()) as object) };
};

describe('the set-up link', () => {
  it('makes the first coordinator, once', async () => {
    const code = (await server.devices.setupCode(false)) ?? '';
    expect(await server.devices.setupCode(false)).toBe(code);
    const first = await joined({ code, deviceName: 'Office', deviceId: 'tablet-1' });
    expect(first).toMatchObject({ device: 'tablet-1', role: 'coordinator', server: 'Baraza' });
    expect(first.epoch).toBe(await server.store.journal.epoch());
    expect(Buffer.from(first.token, 'base64url')).toHaveLength(32);
    expect(await refusal(join({ code, deviceName: 'Another' }))).toEqual({
      status: 403,
      refused: 'unauthorised',
      reason: 'code-used',
    });
    expect(await server.devices.setupCode(false)).toBeUndefined();
  });

  it('can be drawn again where the only coordinator was lost', async () => {
    const lost = await server.coordinator();
    const second = await server.coordinator();
    expect(second.device).not.toBe(lost.device);
    expect((await sync(second.token)).status).toBe(200);
  });
});

describe('joining', () => {
  it('gives a token that the server keeps only as a hash', async () => {
    const { token } = await server.coordinator();
    expect((await sync(token)).status).toBe(200);
    const device = await server.devices.withToken(token);
    expect(JSON.stringify(device)).not.toContain(token);
    expect(await refusal(sync(`${token.slice(0, -1)}A`))).toEqual({ status: 401, refused: 'unauthorised' });
  });

  it('takes a code as people type it', async () => {
    const code = await codeOf((await server.coordinator()).token);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    const typed = ` ${code.toLowerCase().replace('-', ' ')} `;
    expect(await joined({ code: typed, deviceName: '' })).toMatchObject({ role: 'facilitator' });
  });

  it.each(['', 'ABCD', 'ABCD-EFGH', 'ABCD-EFG0', '../../etc/passwd'])('refuses the unknown code "%s"', async (code) => {
    await server.coordinator();
    expect(await refusal(join({ code, deviceName: 'x' }))).toEqual({
      status: 403,
      refused: 'unauthorised',
      reason: 'code-unknown',
    });
  });

  it('refuses a code whose time is over, and says that it is', async () => {
    const code = await codeOf((await server.coordinator()).token, { expiresInHours: 2 });
    server.clock.now += 2 * hourMs - 1;
    await joined({ code, deviceName: 'In time' });
    server.clock.now += 1;
    expect(await refusal(join({ code, deviceName: 'Late' }))).toMatchObject({ status: 403, reason: 'code-expired' });
  });

  it('lets as many devices in by one code as a room has, and no more', async () => {
    const code = await codeOf((await server.coordinator()).token);
    const ids = new Set<string>();
    for (let at = 0; at < maxInviteUses; at += 1) ids.add((await joined({ code, deviceName: 'x' })).device);
    expect(ids.size).toBe(maxInviteUses);
    expect(await refusal(join({ code, deviceName: 'x' }))).toMatchObject({ status: 403, reason: 'code-used' });
  });

  it('may be repeated where its answer was lost, and only the last token counts', async () => {
    const code = (await server.devices.setupCode(false)) ?? '';
    const lost = await joined({ code, deviceName: 'Office', deviceId: 'tablet-1' });
    const again = await joined({ code, deviceName: 'Office', deviceId: 'tablet-1' });
    expect(again).toMatchObject({ device: 'tablet-1', role: 'coordinator' });
    expect((await sync(lost.token)).status).toBe(401);
    expect((await sync(again.token)).status).toBe(200);
    expect(await refusal(join({ code, deviceName: 'Thief', deviceId: 'tablet-1' }))).toMatchObject({
      reason: 'code-used',
    });
    expect((await sync(again.token)).status).toBe(200);
  });

  it('never takes over the id of another device', async () => {
    const first = await joined({
      code: await server.devices.setupCode(false),
      deviceName: 'One',
      deviceId: 'tablet-1',
    });
    const second = await joined({ code: await codeOf(first.token), deviceName: 'Two', deviceId: 'tablet-1' });
    expect(second.device).not.toBe('tablet-1');
    expect((await sync(first.token)).status).toBe(200);
  });

  it('with a token already keeps it and adds what the code gives', async () => {
    const coordinator = await server.coordinator();
    const tablet = await server.facilitator(['session:s1'], coordinator);
    const code = await codeOf(coordinator.token, { scopes: ['session:s2'] });
    const again = await joined({ code, deviceName: 'x' }, { token: tablet.token });
    expect(again).toMatchObject({ token: tablet.token, device: tablet.device, role: 'facilitator' });
    const device = await server.devices.withToken(tablet.token);
    expect(device && (await server.devices.grants(device))).toEqual([
      { scope: 'session:s1', role: 'facilitator' },
      { scope: 'session:s2', role: 'facilitator' },
    ]);
    const higher = await codeOf(coordinator.token, { role: 'coordinator' });
    expect(await joined({ code: higher, deviceName: 'x' }, { token: tablet.token })).toMatchObject({
      role: 'coordinator',
    });
  });

  it('never makes less of a coordinator that uses a code for facilitators', async () => {
    const coordinator = await server.coordinator();
    const code = await codeOf(coordinator.token, { scopes: ['session:s1'] });
    expect(await joined({ code, deviceName: 'x' }, { token: coordinator.token })).toMatchObject({
      role: 'coordinator',
    });
  });

  it('brings a revoked device back as a new one', async () => {
    const coordinator = await server.coordinator();
    const tablet = await server.facilitator(['session:s1'], coordinator);
    await server.devices.revoke(tablet.device, server.clock.now);
    const again = await joined({ code: await codeOf(coordinator.token), deviceName: 'x' }, { token: tablet.token });
    expect(again.token).not.toBe(tablet.token);
    expect(again.device).not.toBe(tablet.device);
  });

  it('is slowed down after many wrong codes from one address, and from there alone', async () => {
    const code = await codeOf((await server.coordinator()).token);
    for (let at = 0; at < wrongCodesAtOnce; at += 1) await join({ code: 'WRNG-WRNG', deviceName: 'x' });
    const held = await join({ code, deviceName: 'x' });
    expect(held.headers.get('retry-after')).toBe(String(wrongCodeEveryMs / 1000));
    expect(await refusal(held)).toEqual({ status: 429, refused: 'busy', retryAfterMs: wrongCodeEveryMs });
    await joined({ code, deviceName: 'x' }, { address: '192.0.2.77' });
    server.clock.now += wrongCodeEveryMs;
    await joined({ code, deviceName: 'x' });
  });

  it.each([
    ['no JSON', 'code=ABCD'],
    ['no object', '"ABCD-EFGH"'],
    ['no code', { deviceName: 'x' }],
    ['an id that is none', { code: 'ABCD-EFGH', deviceName: 'x', deviceId: 'a/b' }],
    ['a name without end', { code: 'ABCD-EFGH', deviceName: 'x'.repeat(101) }],
  ])('refuses %s as malformed', async (_what, body) => {
    expect(await refusal(join(body))).toEqual({ status: 400, refused: 'malformed' });
  });

  it('refuses a body that is far too large', async () => {
    expect(await refusal(join({ code: 'x'.repeat(9000), deviceName: 'x' }))).toEqual({
      status: 413,
      refused: 'too-large',
      maxBytes: 8192,
    });
  });
});

describe('an invitation', () => {
  it('needs a token', async () => {
    expect(await refusal(invite(undefined, { scopes: 'all', role: 'facilitator', expiresInHours: 1 }))).toMatchObject({
      status: 401,
    });
  });

  it('of a trainer reaches only what it holds, and never to its own role, to coordinators or to everything', async () => {
    const coordinator = await server.coordinator();
    const scopes = ['session:s1', 'register:r1'] as const;
    const { token } = await server.invited({ scopes, role: 'trainer' }, coordinator);
    const ask = (body: object) =>
      refusal(invite(token, { scopes: ['session:s1'], role: 'facilitator', expiresInHours: 1, ...body }));
    expect(await ask({})).toMatchObject({ status: 200 });
    expect(await ask({ scopes, role: 'viewer' })).toMatchObject({ status: 200 });
    expect(await ask({ scopes: ['session:s1', 'session:s2'] })).toMatchObject({
      status: 403,
      refused: 'unauthorised',
      reason: 'scope-not-held',
    });
    expect(await ask({ role: 'trainer' })).toMatchObject({ status: 403, reason: 'role-too-low' });
    expect(await ask({ scopes: 'all' })).toMatchObject({ status: 403, reason: 'role-too-low' });
    expect(await ask({ scopes: 'all', role: 'coordinator' })).toMatchObject({ status: 403, reason: 'role-too-low' });
  });

  it('of a coordinator may make another coordinator', async () => {
    const coordinator = await server.coordinator();
    const code = await codeOf(coordinator.token, { role: 'coordinator', expiresInHours: 168 });
    expect(await joined({ code, deviceName: 'x' })).toMatchObject({ role: 'coordinator' });
  });

  it('says when it ends', async () => {
    const { token } = await server.coordinator();
    const answer = await invite(token, { scopes: 'all', role: 'facilitator', expiresInHours: 1.5 });
    expect(await answer.json()).toMatchObject({ expiresAt: server.clock.now + 1.5 * hourMs });
  });

  it.each([
    ['a life over a week', { expiresInHours: 169 }],
    ['no life', { expiresInHours: 0 }],
    ['a role that is none', { role: 'owner' }],
    ['no scopes', { scopes: [] }],
    ['a scope that is none', { scopes: ['*'] }],
    ['a stay that is none', { accessDays: 0 }],
    ['a list of scopes for a coordinator', { role: 'coordinator', scopes: ['session:s1'] }],
  ])('with %s is malformed', async (_what, change) => {
    const { token } = await server.coordinator();
    const body = { scopes: 'all', role: 'facilitator', expiresInHours: 1, ...change };
    expect(await refusal(invite(token, body))).toEqual({ status: 400, refused: 'malformed' });
  });
});
