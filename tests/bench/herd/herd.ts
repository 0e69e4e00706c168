/**
 * A thousand tablets that find the network again within ten seconds. Each keeps the app's own schedule, so that it waits
 * as a tablet waits; its push is packed beforehand and what it is answered is read after the clock has stopped, because
 * the tablets' own work is not the server's and shares its two cores here.
 */
import { Agent, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { clocksCover } from '#replication/clocks.ts';
import { packRecord } from '#replication/packed.ts';
import { refusedSchema, type SyncAnswer, type SyncRequest } from '#replication/protocol.ts';
import type { RoundsEnd } from '#sync/engine.ts';
import { type Schedule, syncSchedule } from '#sync/schedule.ts';
import { seeded } from '#tests/support/seeded.ts';
import { requestOf, type Tablet } from './joined.ts';
import { changesOf } from './work.ts';

export const reconnectWithinMs = 10_000;

export interface Herd {
  /** From the first that came until the last had the receipts of all it brought, in milliseconds. */
  readonly allSafeMs: number;
  /** Of each tablet, from its coming until its receipts. */
  readonly safeAfterMs: readonly number[];
  /** Of each request that was answered with 200, from its first byte to the last of its answer. */
  readonly admittedMs: readonly number[];
  readonly pushes: number;
  readonly pulls: number;
  /** Answers that asked to come back, and connections that broke. */
  readonly turnedAway: number;
  readonly broken: number;
  readonly bytesUp: number;
  readonly bytesDown: number;
}

interface Device extends Tablet {
  readonly url: string;
  readonly body: Buffer;
  cursors: Readonly<Record<string, number>>;
  cameAt: number;
  /** What it was answered, packed; undefined until then. */
  receipts?: Buffer;
}

/** Tablets go to the servers in turns. Rejects where they are not all safe within `patienceMs`. */
export async function herd(tablets: readonly Tablet[], urls: readonly string[], patienceMs: number): Promise<Herd> {
  const devices = tablets.map((tablet, at): Device => {
    const deltas = changesOf(tablet.session, tablet.place).map(packRecord);
    const body = gzipSync(JSON.stringify(requestOf(tablet.epoch, tablet.cursors, deltas)));
    return { ...tablet, url: urls[at % urls.length] ?? '', body, cameAt: 0 };
  });
  const chance = seeded(devices.length);
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
  const tally = { pushes: 0, pulls: 0, turnedAway: 0, broken: 0, bytesUp: 0, bytesDown: 0 };
  const [safeAfterMs, admittedMs]: [number[], number[]] = [[], []];

  const exchange = async (device: Device): Promise<RoundsEnd> => {
    const isPush = device.receipts === undefined;
    const body = isPush ? device.body : packed(requestOf(device.epoch, device.cursors, []));
    const from = performance.now();
    tally.bytesUp += body.length;
    const { status, bytes } = await send(agent, device, body);
    tally.bytesDown += bytes.length;
    if (status !== 200) return refused(device, status, bytes);
    admittedMs.push(performance.now() - from);
    if (isPush) {
      device.receipts = bytes;
      safeAfterMs.push(performance.now() - device.cameAt);
      tally.pushes += 1;
    } else tally.pulls += 1;
    // No text can hold this: its quotes would be escaped.
    const more = gunzipSync(bytes).includes('"more":true');
    if (more) device.cursors = cursorsAfter(device.cursors, parsed(bytes));
    return { type: 'rounds/done', more };
  };
  const refused = (device: Device, status: number, bytes: Buffer): RoundsEnd => {
    const said = v.parse(refusedSchema, JSON.parse(bytes.toString()));
    if (said.refused !== 'busy') throw new Error(`${device.device} was answered ${status} ${bytes.toString()}`);
    tally.turnedAway += 1;
    return { type: 'transport/busy', retryAfterMs: said.retryAfterMs };
  };

  const schedules: Schedule[] = [];
  const problems: unknown[] = [];
  const come = async (device: Device, afterMs: number) => {
    await sleep(afterMs);
    device.cameAt = performance.now();
    const schedule = syncSchedule({
      exchange: () =>
        exchange(device).catch((problem: unknown): RoundsEnd => {
          if (!isBroken(problem)) problems.push(problem);
          tally.broken += 1;
          return { type: 'transport/away' };
        }),
      now: Date.now,
      random: Math.random,
      after: (ms, call) => {
        const timer = setTimeout(call, ms);
        return () => clearTimeout(timer);
      },
      onEnd: () => undefined,
    });
    schedules.push(schedule);
    schedule.poke('start');
  };

  const from = performance.now();
  const coming = devices.map((device, at) => come(device, at === 0 ? 0 : chance.next() * reconnectWithinMs));
  while (safeAfterMs.length < devices.length && problems.length === 0 && performance.now() - from < patienceMs)
    await sleep(20);
  const allSafeMs = performance.now() - from;
  await Promise.all(coming);
  for (const schedule of schedules) schedule.stop();
  agent.destroy();
  if (problems[0] !== undefined) throw problems[0];
  if (safeAfterMs.length < devices.length) throw new Error(`${safeAfterMs.length} of ${devices.length} were safe`);
  for (const device of devices) verify(device);
  return { allSafeMs, safeAfterMs, admittedMs, ...tally };
}

/** Each change has a receipt whose clocks cover it, as the app would clear its mark. */
function verify({ device, session, place, receipts }: Device): void {
  const { receipts: given, refusals } = parsed(receipts ?? Buffer.alloc(0));
  const byDelta = new Map(given.map((receipt) => [receipt.delta, receipt.clocks]));
  for (const [at, { id, cells }] of changesOf(session, place).entries()) {
    const clocks = byDelta.get(at);
    const covered = Object.entries(cells).every(
      ([field, cell]) => clocks !== undefined && clocksCover(clocks, field, cell),
    );
    if (!covered) throw new Error(`${device} has no receipt of ${id}: ${JSON.stringify(refusals[0])}`);
  }
}

function send(agent: Agent, { url, token }: Device, body: Buffer): Promise<{ status: number; bytes: Buffer }> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json; charset=utf-8',
      'content-encoding': 'gzip',
      'accept-encoding': 'gzip',
      'content-length': body.length,
    };
    const asking = httpRequest(`${url}/api/sync`, { agent, method: 'POST', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, bytes: Buffer.concat(chunks) }));
      answer.on('error', reject);
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

const packed = (request: SyncRequest): Buffer => gzipSync(JSON.stringify(request));
const parsed = (bytes: Buffer): SyncAnswer => JSON.parse(gunzipSync(bytes).toString()) as SyncAnswer;
const cursorsAfter = (cursors: Device['cursors'], { changes }: SyncAnswer): Device['cursors'] => ({
  ...cursors,
  ...Object.fromEntries(changes.map(({ scope, cursor }) => [scope, cursor])),
});
const isBroken = (problem: unknown) => ['ECONNRESET', 'EPIPE', 'ECONNREFUSED'].includes(codeIn(problem));
const codeIn = (problem: unknown) => (problem as NodeJS.ErrnoException | undefined)?.code ?? '';
