/** What an operator reads of the server, and what nobody reads of people. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packRecord } from '#replication/packed.ts';
import { type AppInMemory, appInMemory, type CallOptions, type JoinedDevice } from '#tests/support/app-in-memory.ts';
import { sampleRecord, sampleScope } from '#tests/support/sample-records.ts';

let server: AppInMemory;
let coordinator: JoinedDevice;
const open = async (parts: Parameters<typeof appInMemory>[0] = {}) => {
  server = appInMemory(parts);
  coordinator = await server.coordinator();
};
beforeEach(() => open());
afterEach(() => server.close());

const here = '127.0.0.1';
const ask = (options: CallOptions = {}) => server.call('GET', '/api/metrics', { address: here, ...options });
const figures = async () => {
  const text = await (await ask()).text();
  const found: Record<string, number> = {};
  for (const [, name = '', value] of text.matchAll(/^([^#\s]\S*) (\S+)$/gm)) found[name] = Number(value);
  return found;
};
const push = (deltas: readonly unknown[]) =>
  server.call('POST', '/api/sync', {
    token: coordinator.token,
    body: { protocol: 1, epoch: null, sentAt: 0, app: '0.1.0', cursors: {}, deltas },
  });

describe('the metrics', () => {
  it('count requests, refusals, records, devices, streams and bytes', async () => {
    const tablet = await server.facilitator([sampleScope], coordinator);
    await server.devices.revoke(tablet.device, server.clock.now);
    const stream = await server.call('GET', '/api/events', { token: coordinator.token });
    const record = packRecord(sampleRecord('a', { kind: 'idea' }));
    const bad = packRecord(sampleRecord('b', { kind: 'no such kind' }));
    await push([record, bad]);
    await push([record]);
    await server.call('POST', '/api/sync', { body: {} });
    await server.call('POST', '/api/sync', { token: tablet.token, body: {} });
    await server.call('GET', '/sessions/secret');
    const found = await figures();
    expect(found).toMatchObject({
      'baraza_requests_total{method="POST",route="/api/sync",status="200"}': 2,
      'baraza_requests_total{method="POST",route="/api/sync",status="401"}': 1,
      'baraza_requests_total{method="GET",route="page",status="503"}': 1,
      'baraza_request_duration_seconds_count{route="/api/sync"}': 4,
      'baraza_refused_requests_total{reason="unauthorised"}': 1,
      'baraza_refused_requests_total{reason="revoked"}': 1,
      'baraza_refused_records_total{reason="invalid"}': 1,
      baraza_records_appended_total: 1,
      'baraza_devices{role="coordinator",revoked="false"}': 1,
      'baraza_devices{role="facilitator",revoked="true"}': 1,
      baraza_streams: 1,
      'baraza_syncs{state="working"}': 0,
      'baraza_syncs{state="waiting"}': 0,
      'baraza_info{version="0.1.0",database="SQLite"}': 1,
    });
    expect(found['baraza_database_bytes']).toBeGreaterThan(4096);
    expect(found['process_resident_memory_bytes']).toBeGreaterThan(1e7);
    expect(JSON.stringify(found)).not.toContain('secret');
    await stream.body?.cancel();
  });

  it('are for this machine alone, and not through a proxy on it', async () => {
    for (const address of [here, '::1', '::ffff:127.0.0.1']) expect((await ask({ address })).status).toBe(200);
    const elsewhere: readonly CallOptions[] = [
      { address: '192.0.2.1' },
      { address: '' },
      { token: coordinator.token, address: '192.0.2.1' },
      { headers: { 'x-forwarded-for': here } },
      { headers: { via: '1.1 proxy' } },
    ];
    for (const options of elsewhere) {
      const answer = await ask(options);
      expect([answer.status, await answer.json()]).toEqual([403, { refused: 'unauthorised' }]);
    }
    await server.close();
    await open({ proxies: 1 });
    expect((await ask()).status).toBe(403);
  });

  it('with METRICS_TOKEN are for who sends it, from wherever', async () => {
    await server.close();
    const metricsToken = 'a-token-of-the-operator';
    await open({ metricsToken });
    expect((await ask({ token: metricsToken, address: '192.0.2.1' })).status).toBe(200);
    for (const token of [undefined, 'a-token-of-the-operatoR', coordinator.token]) {
      expect((await ask({ token })).status).toBe(403);
    }
  });
});
