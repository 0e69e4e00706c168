// First, because it brings the database that the others are opened on.
import { join, testDevice, testServer, type TestDevice, type TestServer } from '#tests/support/replicas.ts';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { idFromParts, newId } from '#domain/id.ts';
import { barrierCategories, kinds, sides } from '#domain/nouns/vocabulary.ts';
import { scopeOf } from '#domain/scope.ts';
import { type Change, change, fresh } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { syncEngine } from '#sync/engine.ts';
import { syncTransport } from '#sync/transport.ts';
import type { Wire } from '#sync/wire.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';

interface Cost {
  readonly requests: number;
  /** Bytes of the bodies, as they went. */
  readonly up: number;
  readonly down: number;
}

/** A device on a wire that counts. The server packs its answers as the real one does. */
function counted(device: TestDevice, server: TestServer) {
  let cost: Cost = { requests: 0, up: 0, down: 0 };
  const wire: Wire = {
    fetch: async (_url, { body }) => {
      const sent = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body as Uint8Array);
      const text = typeof body === 'string' ? body : gunzipSync(sent).toString();
      const answer = JSON.stringify(await server.answer(JSON.parse(text)));
      const packed = answer.length > 300 ? gzipSync(answer).length : Buffer.byteLength(answer);
      cost = { requests: cost.requests + 1, up: cost.up + sent.length, down: cost.down + packed };
      return new Response(answer, { headers: { 'content-type': 'application/json' } });
    },
    timeout: () => new AbortController().signal,
    now: () => 0,
    gzip: (text) => Promise.resolve(new Uint8Array(gzipSync(text))),
  };
  const engine = syncEngine({
    store: device.store,
    send: syncTransport(wire),
    now: () => device.clock.now,
    app: '0.1.0',
    lock: (round) => round(),
  });
  return async (): Promise<Cost> => {
    cost = { requests: 0, up: 0, down: 0 };
    expect(await engine.exchange()).toEqual({ type: 'rounds/done', more: false });
    return cost;
  };
}

const random = countingRandom('cost');
const said =
  'officials and organisations meet late share plans before budgets are closed nobody answers letters registration takes a year trust grows where people sit together in the district committees'.split(
    ' ',
  );
const pick = <T>(from: readonly T[]): T => from[(random(new Uint8Array(1))[0] ?? 0) % from.length] as T;
const sentence = (words: number): string => Array.from({ length: words }, () => pick(said)).join(' ');
const sessionId = newId('session', random);
const sessionScope = scopeOf('session', sessionId);
const registerId = newId('register', random);
const blockId = newId('block', random);
const groups = Array.from({ length: 4 }, () => newId('group', random));
const voteId = newId('vote', random);
const session = { sessionId };

function captureChange(at: number): Change {
  const kind = pick(kinds);
  return change(
    'capture',
    { id: newId('capture', random), scope: sessionScope },
    {
      set: {
        ...session,
        kind,
        side: pick(sides),
        order: `a${String(at).padStart(3, '0')}`,
        blockId,
        groupId: groups[at % 4],
        ...(kind === 'barrier' && { category: pick(barrierCategories) }),
      },
      write: { text: fresh(sentence(9)) },
    },
  );
}

/** 120 captures, 30 people, their registrations, 60 attendances and 40 ballots, each written on its own as in the room. */
function partnershipDay(): Change[] {
  const register = scopeOf('register', registerId);
  const people = Array.from({ length: 30 }, () => newId('person', random));
  return [
    ...people.map((id) =>
      change(
        'person',
        { id, scope: register },
        {
          set: {
            registerId,
            givenName: sentence(1),
            familyName: sentence(1),
            organisation: sentence(3),
            function: sentence(2),
            side: pick(sides),
          },
        },
      ),
    ),
    ...people.map((personId) =>
      change(
        'registration',
        { id: idFromParts('registration', sessionId, personId), scope: sessionScope },
        { set: { ...session, personId, side: pick(sides), source: 'invited', status: 'confirmed' } },
      ),
    ),
    ...people.flatMap((personId) =>
      (['am', 'pm'] as const).map((part) =>
        change(
          'attendance',
          { id: idFromParts('attendance', sessionId, personId, 1, part), scope: sessionScope },
          { set: { ...session, personId, day: 1, part, present: true, method: 'tap' } },
        ),
      ),
    ),
    ...Array.from({ length: 120 }, (_, at) => captureChange(at)),
    ...Array.from({ length: 40 }, (_, at) =>
      change(
        'ballot',
        { id: newId('ballot', random), scope: sessionScope },
        { set: { ...session, voteId, choices: { [groups[at % 4] as string]: 1 } } },
      ),
    ),
  ];
}

async function commitAll(device: TestDevice, changes: readonly Change[]) {
  for (const one of changes) {
    device.clock.now += 20_000;
    const written = await commitTo(device.replica, [one]);
    if (!written.ok) throw new Error(JSON.stringify(written.error));
  }
}

describe('what the network carries', () => {
  it('of a partnership day is at most 20 KB up and down, in at most 3 requests', async () => {
    const [device, server] = [await testDevice(), testServer()];
    await join(device, server);
    const exchange = counted(device, server);
    await commitAll(device, partnershipDay());
    const cost = await exchange();
    expect(cost.requests).toBeLessThanOrEqual(3);
    expect(cost.up).toBeLessThanOrEqual(20_000);
    expect(cost.down).toBeLessThanOrEqual(20_000);
    console.log(`A partnership day: ${JSON.stringify(cost)}`);
  });

  it('of one capture while live is at most 400 bytes of body each way', async () => {
    const [device, server] = [await testDevice(), testServer()];
    await join(device, server);
    const exchange = counted(device, server);
    await commitAll(device, partnershipDay());
    await exchange();
    await commitAll(device, [captureChange(200)]);
    const cost = await exchange();
    console.log(`One capture: ${JSON.stringify(cost)}`);
    expect(cost.requests).toBe(1);
    expect(cost.up).toBeLessThanOrEqual(400);
    expect(cost.down).toBeLessThanOrEqual(400);
  });
});
