/** A busy run of the real server, with personal data planted wherever a person can put it: none is in its log. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { packRecord } from '#replication/packed.ts';
import { sampleRecord } from '#tests/support/sample-records.ts';
import { type ServerProcess, serverProcess } from '#tests/support/server-process.ts';

let server: ServerProcess;
beforeEach(async () => {
  server = await serverProcess({ LOG: 'requests' });
});
afterEach(() => server.remove());

const planted = {
  deviceName: 'Tablet of Wanjiru Njeri',
  text: 'Njeri said that her minister is ill',
  person: 'Njeri',
  telephone: '+254700900123',
  session: 'Vx3SecretSession',
  email: 'njeri@county.example',
} as const;

it('the log of a busy run is JSON, a line for each request, and holds nothing of anybody', async () => {
  await server.start();
  const setupCode = new URL(await server.setupLink()).hash.slice(1);
  const call = (path: string, init: RequestInit & { token?: string } = {}) =>
    fetch(`${server.url}${path}`, {
      ...init,
      headers: {
        ...(init.token && { authorization: `Bearer ${init.token}` }),
        'user-agent': planted.email,
        ...init.headers,
      },
    });
  const post = (path: string, body: unknown, token?: string) =>
    call(path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      ...(token && { token }),
    });

  const joined = await post('/api/join', {
    code: setupCode,
    deviceName: planted.deviceName,
    deviceId: planted.session,
  });
  const { token } = (await joined.json()) as { token: string };
  const scope = `session:${planted.session}` as const;
  const invited = await post('/api/invites', { scopes: [scope], role: 'facilitator', expiresInHours: 1 }, token);
  const { code } = (await invited.json()) as { code: string };
  const deltas = [
    packRecord(sampleRecord('a', { text: planted.text }, { scope })),
    packRecord(sampleRecord('b', { kind: planted.person }, { scope })),
    { noun: planted.person, nonsense: planted.telephone },
  ];
  const body = { protocol: 1, epoch: null, sentAt: 0, app: planted.email, cursors: { [scope]: 0 }, deltas };
  const before = server.output().length;
  await Promise.all([
    ...Array.from({ length: 20 }, () => post('/api/sync', body, token)),
    post('/api/sync', body, `${token}x`),
    post('/api/sync', `{"text": "${planted.text}`, token),
    post('/api/join', { code: 'WRNG-WRNG', deviceName: planted.deviceName }),
    post('/api/join', { code, deviceName: planted.deviceName }),
    post(`/api/${planted.session}`, planted),
    call(`/sessions/${planted.session}?name=${planted.person}&mail=${planted.email}`, {
      headers: { referer: planted.session },
    }),
    call(`/join?code=${code}`),
    call(`/api/health?${planted.telephone}`),
    call('/api/events', { token }).then((answer) => answer.body?.cancel()),
    call('/%ff/../%00'),
    call('/api/sync', { method: 'DELETE', token }),
  ]);
  await server.stop();
  await expect.poll(() => server.output()).toContain('"event":"stopped"');

  const lines = server
    .output()
    .slice(before)
    .split('\n')
    .filter((line) => line.startsWith('{'));
  const events = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.filter(({ event }) => event === 'request').length).toBeGreaterThanOrEqual(31);
  for (const event of events) expect(event).toMatchObject({ at: expect.stringMatching(/^20.*Z$/), level: 'info' });
  expect(events).toContainEqual(
    expect.objectContaining({ method: 'POST', route: '/api/sync', status: 401, refused: 'unauthorised' }),
  );
  expect(events).toContainEqual(expect.objectContaining({ route: 'unknown', status: 404, refused: 'no-such-route' }));
  expect(events).toContainEqual(expect.objectContaining({ route: '/api/join', status: 403, refused: 'code-unknown' }));

  // The set-up link is printed on purpose, for the person who started the server; what follows is the log.
  const log = server.output().slice(before);
  const secrets = [...Object.values(planted), 'Wanjiru', 'minister', token, code, setupCode, '127.0.0.1', 'session:'];
  for (const secret of secrets) expect(log.toLowerCase()).not.toContain(secret.toLowerCase());
}, 30_000);

it('without LOG=requests only trouble is logged', async () => {
  await server.start({ LOG: '' });
  await fetch(`${server.url}/api/health`);
  await server.stop();
  await expect.poll(() => server.output()).toContain('Baraza has stopped');
  expect(server.output()).not.toContain('{"at"');
});
