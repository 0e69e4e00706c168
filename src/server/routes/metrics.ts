import { timingSafeEqual } from 'node:crypto';
import type { Context, Handler } from 'hono';
import { refuse } from '#server/answers.ts';
import { cameThroughProxy, peerOf } from '#server/client-address.ts';
import type { Gauge } from '#server/metrics.ts';
import { isLoopback } from '#server/origin.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';
import { hashSecret } from '#server/secrets.ts';

/**
 * GET /api/metrics: what the server counts about itself, for Prometheus. With METRICS_TOKEN for whoever sends it;
 * without, for this machine alone, and not through a proxy, behind which everybody comes from this machine.
 */
export const metrics =
  (parts: Parts): Handler<ServerEnv> =>
  async (c) => {
    if (!mayRead(c, parts)) return refuse({ refused: 'unauthorised' }, 403);
    return new Response(parts.metrics.text(await gauges(parts)), {
      headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
    });
  };

function mayRead(c: Context<ServerEnv>, { metricsToken, proxies }: Parts): boolean {
  if (metricsToken === undefined) {
    return proxies === 0 && !cameThroughProxy(c) && isLoopback(peerOf(c).replace(/^::ffff:/, ''));
  }
  const sent = /^Bearer +(\S{1,500})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(Buffer.from(hashSecret(sent)), Buffer.from(hashSecret(metricsToken)));
}

async function gauges({ admission, databaseBytes, devices, startedAt, streams, version, database }: Parts) {
  const memory = process.memoryUsage();
  const counted = await devices.count();
  const gauge = (name: string, help: string, value: number): Gauge => ({ name, help, values: [{ value }] });
  return [
    {
      name: 'baraza_info',
      help: 'Which version runs, and what it keeps its records in.',
      values: [{ labels: { version, database }, value: 1 }],
    },
    {
      name: 'baraza_devices',
      help: 'Devices that joined, by role, and whether they were turned away since.',
      values: counted.map(({ role, revoked, count }) => ({ labels: { role, revoked: String(revoked) }, value: count })),
    },
    gauge('baraza_streams', 'Open event streams.', streams.count),
    {
      name: 'baraza_syncs',
      help: 'Syncs that are worked on, and that wait for their turn.',
      values: [
        { labels: { state: 'working' }, value: admission.working },
        { labels: { state: 'waiting' }, value: admission.waiting },
      ],
    },
    gauge('baraza_database_bytes', 'Size of the database.', await databaseBytes()),
    gauge('process_resident_memory_bytes', 'Memory of the process.', memory.rss),
    gauge('nodejs_heap_size_used_bytes', 'Memory of the JavaScript heap that is in use.', memory.heapUsed),
    gauge('process_start_time_seconds', 'When the process started, in seconds since 1970.', startedAt / 1000),
  ] satisfies readonly Gauge[];
}
