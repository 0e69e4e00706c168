/** The engine put together with the browser and the store: rounds, what triggers them, and what screens are told. */
import { appVersion } from '#documents/app-version.ts';
import type { Scope } from '#domain/scope.ts';
import type { PhotoSource } from '#parts/photo-source.ts';
import { sweepFiles } from '#storage/blobs.ts';
import { dexieComparison } from '#storage/comparison.ts';
import { dexieFiles } from '#storage/dexie-files.ts';
import { dexieReplica } from '#storage/dexie-replica.ts';
import { sweepErasedDrafts } from '#storage/erasure.ts';
import { followDevice } from '#storage/follow.ts';
import { watchUnsent } from '#storage/queries/unsent.ts';
import type { Replica } from '#storage/replica.ts';
import { saveServer, sendEarlier } from '#storage/scopes.ts';
import { thisDevice } from '#storage/this-device.ts';
import { type CompareEnd, compareWithServer } from '#sync/compare.ts';
import { askForDevices, askToExtend, askToRenew, askToRevoke } from '#sync/device-list.ts';
import { syncEngine } from '#sync/engine.ts';
import { followEvents } from '#sync/event-stream.ts';
import { roundLock } from '#sync/leader.ts';
import { askToInvite, askToJoin } from '#sync/membership.ts';
import { syncSchedule, type Trigger } from '#sync/schedule.ts';
import { stateAfter } from '#sync/state-after.ts';
import { type ServerCalls, useSyncStatus } from '#sync/status.ts';
import { syncTransport } from '#sync/transport.ts';
import { browserWire } from './browser-wire.ts';
import { openFiles } from './file-bridge.ts';

export interface Bridge {
  readonly calls: ServerCalls;
  readonly photos: PhotoSource;
}

let opening: Promise<Bridge> | undefined;

/** Starts the rounds at the first call, and answers what screens may ask. Rejects where the store does not open. */
export function bridge(): Promise<Bridge> {
  opening ??= thisDevice().then(open);
  opening.catch(() => (opening = undefined));
  return opening;
}

const now = () => Date.now();
const random = () => Math.random();
const after = (ms: number, call: () => void) => {
  const timer = window.setTimeout(call, ms);
  return () => window.clearTimeout(timer);
};
/** Absent on plain http: then each tab asks for itself, which is harmless. */
const locks = () => (navigator as { readonly locks?: LockManager }).locks;

function open(replica: Replica): Bridge {
  const { db } = replica;
  const store = dexieReplica(replica);
  const wire = browserWire();
  const tell = useSyncStatus.setState;
  const files = openFiles({ files: dexieFiles(db), wire, locks: locks(), now, random, after });
  const engine = syncEngine({
    store,
    send: syncTransport(wire),
    now,
    app: appVersion,
    renew: (token) => askToRenew(wire, token),
    lock: roundLock(locks(), now),
    onSending: (records) => records > 0 && tell({ state: 'sending' }),
  });
  const schedule = syncSchedule({
    exchange: () => engine.exchange(),
    now,
    random,
    after,
    onEnd: (end, nextTryAt) => {
      const state = stateAfter(end);
      tell({ ...(state && { state }), nextTryAt });
      // The server is there: what waits for it goes up beside the records.
      if (end.type === 'rounds/done') files.poke('commit');
    },
  });

  let comparing: Promise<CompareEnd> | undefined;
  const compare = async () =>
    compareWithServer({
      store: dexieComparison(replica),
      wire,
      exchange: () => engine.exchange(),
      now,
      pause: (ms) => new Promise((resolve) => void after(ms, () => resolve())),
    }).catch((): CompareEnd => 'waits');

  followDevice(replica);
  void sweepFiles(db).catch(() => undefined);
  void sweepErasedDrafts(db).catch(() => undefined);
  watchUnsent(db, ({ count, due, files: forFiles, earlier, forbidden, refused, oldestAt, server }) => {
    tell({
      counted: true,
      pendingCount: count,
      earlierCount: earlier,
      forbiddenCount: forbidden,
      refusedCount: refused,
      oldestPendingAt: oldestAt,
      server,
    });
    if (due > 0) schedule.poke('commit');
    if (forFiles > 0) files.poke('commit');
  });
  const pokeAll = (why: Trigger) => {
    schedule.poke(why);
    files.poke(why);
  };
  window.addEventListener('online', () => pokeAll('online'));
  window.addEventListener('pageshow', () => pokeAll('visible'));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && pokeAll('visible'));

  const listen = () =>
    followEvents({
      fetch: (url, init) => fetch(url, init),
      token: async () => {
        const link = await store.link();
        return link?.revoked === false ? link.token : undefined;
      },
      onPoke: (scope: Scope, head) =>
        void store.isBehind({ [scope]: head }).then((behind) => behind && schedule.poke('event')),
      onOpen: () => schedule.poke('event'),
      // Turned away: the next round hears why.
      onRefused: () => schedule.poke('event'),
      locks: locks(),
      random,
      now,
      after,
    });
  let stopListening = listen();
  pokeAll('start');

  const asJoined = async <T>(call: (token: string) => Promise<T>): Promise<T | { readonly type: 'refused-device' }> => {
    const link = await store.link();
    return link && !link.revoked ? call(link.token) : { type: 'refused-device' };
  };

  const calls: ServerCalls = {
    join: async (typed, deviceName) => {
      const link = await store.link();
      const token = link?.revoked === false ? link.token : undefined;
      const joining = await askToJoin(wire, typed, { deviceId: replica.device.deviceId, deviceName }, token);
      if (joining.type !== 'let-in') return joining;
      const { answer } = joining;
      try {
        await saveServer(replica, { ...answer, name: answer.server });
      } catch {
        return { type: 'not-kept' };
      }
      stopListening();
      stopListening = listen();
      pokeAll('person');
      return { type: 'joined', server: answer.server };
    },
    invite: ({ scopes, role, hours, days }) =>
      asJoined((token) => {
        const body = { scopes, role, expiresInHours: hours, ...(days !== undefined && { accessDays: days }) };
        return askToInvite(wire, token, body, window.location.origin, replica.server?.offsetMs);
      }),
    devices: () => asJoined((token) => askForDevices(wire, token)),
    revoke: (device) => asJoined((token) => askToRevoke(wire, token, device)),
    extend: (device, days) => asJoined((token) => askToExtend(wire, token, device, days)),
    sendEarlier: async () => {
      await sendEarlier(replica);
      pokeAll('person');
    },
    tryNow: () => pokeAll('person'),
    compare: () => (comparing ??= compare().finally(() => (comparing = undefined))),
  };
  return { calls, photos: files };
}
