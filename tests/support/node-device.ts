/** A device with a real store and the real engine, transport and wire of the app, over a `fetch` that a test brings. */
import { gzipSync } from 'node:zlib';
import { type Engine, syncEngine } from '#sync/engine.ts';
import { syncTransport } from '#sync/transport.ts';
import type { Wire } from '#sync/wire.ts';
import { saveServer } from '#storage/scopes.ts';
import { type TestDevice, testDevice } from './replicas.ts';
import type { JoinedDevice } from './app-in-memory.ts';

export interface NodeDevice extends TestDevice {
  readonly wire: Wire;
  readonly engine: Engine;
}

export async function nodeDevice(joined: JoinedDevice, fetch: Wire['fetch'], timeoutMs = 60_000): Promise<NodeDevice> {
  const device = await testDevice(undefined, Date.now());
  await saveServer(device.replica, { token: joined.token, role: joined.role, name: 'Server', epoch: joined.epoch });
  const now = () => Date.now();
  const wire: Wire = {
    fetch,
    timeout: (ms) => AbortSignal.timeout(Math.min(ms, timeoutMs)),
    now,
    gzip: (text) => Promise.resolve(new Uint8Array(gzipSync(text))),
  };
  const engine = syncEngine({
    store: device.store,
    send: syncTransport(wire),
    now,
    app: '0.1.0',
    lock: (round) => round(),
  });
  return { ...device, wire, engine };
}
