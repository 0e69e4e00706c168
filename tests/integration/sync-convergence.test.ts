// First, because it brings the database that the others are opened on.
import {
  capture,
  captureId,
  contents,
  exchange,
  exchangeAll,
  held,
  join,
  marks,
  sessionScope,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SyncAnswer } from '#replication/protocol.ts';
import type { Push } from '#replication/replica-store.ts';
import { otherValues } from '#replication/packed.ts';
import { change, over } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { importRecords, readRecords } from '#storage/import.ts';
import { check } from '#tests/support/property.ts';
import type { TestDevice, TestServer } from '#tests/support/replicas.ts';

const at = (id: string) => ({ id: captureId(id), scope: sessionScope });
const setKind = (device: TestDevice, id: string, kind: 'idea' | 'lesson' | 'note') =>
  commitTo(device.replica, [change('capture', at(id), { set: { kind } })]);
const writeOver = async (device: TestDevice, id: string, text: string) => {
  const line = await held(device, 'capture', id);
  return commitTo(device.replica, [change('capture', at(id), { write: { text: over(line, 'text', text) } })]);
};
const textsOf = async (device: TestDevice, id: string) => {
  const line = await held(device, 'capture', id);
  return new Set([line.text, ...otherValues(line.row, 'text')]);
};

describe('two devices and a server', () => {
  const pair = async () => {
    const server = testServer();
    const [a, b] = [await testDevice(), await testDevice()];
    await join(a, server);
    await join(b, server);
    await capture(a, 'c1', 'start');
    await exchangeAll(a, server);
    await exchangeAll(b, server);
    return { server, a, b };
  };
  const settle = async (server: TestServer, ...devices: readonly TestDevice[]) => {
    for (const device of [...devices, ...devices]) await exchangeAll(device, server);
  };

  it('[EP3] send again what was written to a scope that was lost while the server was restored', async () => {
    const lost = new Set<string>();
    const [server, restored] = [testServer('epoch-1', lost), testServer('epoch-2', lost)];
    const [a, b] = [await testDevice(), await testDevice()];
    await join(a, server);
    await capture(a, 'c1', 'what the copy of the server is older than');
    await exchangeAll(a, server);
    lost.add(sessionScope);
    await exchangeAll(a, server);
    await exchangeAll(a, restored);
    // Until then it is not said to be on the server.
    expect(await marks(a)).toMatchObject([{ id: 'c1' }]);
    lost.delete(sessionScope);
    await join(b, restored);
    await capture(b, 'c2', 'what makes the scope known again');
    await exchangeAll(b, restored);
    await exchangeAll(a, restored);
    expect(await restored.journal.read(sessionScope, 'capture', 'c1')).toBeDefined();
    await exchangeAll(b, restored);
    expect(await contents(a)).toEqual(await contents(b));
  });

  it('end with the same records', async () => {
    const { server, a, b } = await pair();
    await capture(a, 'c2', 'from a');
    await capture(b, 'c3', 'from b');
    await setKind(a, 'c1', 'idea');
    await settle(server, a, b);
    expect(await contents(a)).toEqual(await contents(b));
    expect((await contents(a))[0]?.[1].length).toBe(3);
    expect([...(await marks(a)), ...(await marks(b))]).toEqual([]);
  });

  it('[TX1] keep both texts that were written at once, and one choice settles them everywhere', async () => {
    const { server, a, b } = await pair();
    await writeOver(a, 'c1', 'as a heard it');
    await writeOver(b, 'c1', 'as b heard it');
    await settle(server, a, b);
    expect(await textsOf(a, 'c1')).toEqual(new Set(['as a heard it', 'as b heard it']));
    expect(await textsOf(b, 'c1')).toEqual(await textsOf(a, 'c1'));
    await writeOver(b, 'c1', 'as both heard it');
    await settle(server, a, b);
    expect(await textsOf(a, 'c1')).toEqual(new Set(['as both heard it']));
  });

  it('let the later write of a choice win on both', async () => {
    const { server, a, b } = await pair();
    b.clock.now += 60_000;
    await setKind(b, 'c1', 'lesson');
    await setKind(a, 'c1', 'idea');
    await settle(server, a, b);
    expect([(await held(a, 'capture', 'c1')).kind, (await held(b, 'capture', 'c1')).kind]).toEqual([
      'lesson',
      'lesson',
    ]);
  });

  it('[EP3] end equal after the server was put back to before half of it', async () => {
    const { server, a, b } = await pair();
    const before = await server.journal.since(sessionScope, 0, 1e9);
    await capture(a, 'c2', 'sent after the backup was made');
    await settle(server, a, b);
    const restored = testServer('epoch-after-restore');
    await restored.journal.append(sessionScope, before.records, { device: 'backup', at: 0 });
    await settle(restored, b, a);
    expect(await contents(a)).toEqual(await contents(b));
    expect(await restored.journal.read(sessionScope, 'capture', captureId('c2'))).toBeDefined();
    expect([...(await marks(a)), ...(await marks(b))]).toEqual([]);
  });
});

interface Step {
  readonly device: number;
  readonly act: 'text' | 'kind' | 'exchange' | 'lose' | 'late' | 'double' | 'file' | 'jump' | 'restore';
  readonly id: string;
  readonly value: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat(2),
  act: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('text' as const, 'kind' as const) },
    { weight: 5, arbitrary: fc.constant('exchange' as const) },
    { weight: 4, arbitrary: fc.constantFrom('lose' as const, 'late' as const, 'double' as const) },
    { weight: 2, arbitrary: fc.constantFrom('file' as const, 'jump' as const) },
    { weight: 1, arbitrary: fc.constant('restore' as const) },
  ),
  id: fc.constantFrom('c1', 'c2', 'c3'),
  value: fc.nat(1000),
});

describe('devices on a bad network', () => {
  it(
    '[RC3] lose nothing and end equal, whatever becomes of requests, answers, clocks and the server',
    () =>
      check(
        fc.array(step, { minLength: 10, maxLength: 40 }),
        async (steps) => {
          let server = testServer('epoch-0');
          const devices = [await testDevice(), await testDevice(), await testDevice()] as const;
          for (const device of devices) await join(device, server);
          let late: { readonly device: TestDevice; readonly push: Push; readonly answer: SyncAnswer } | undefined;
          let epochs = 0;
          let backup = await server.journal.since(sessionScope, 0, 1e9);
          for (const { device: which, act, id, value } of steps) {
            const device = devices[which as 0 | 1 | 2];
            const exists = (await device.replica.db.nouns().capture.get(id)) !== undefined;
            const loading = (await device.replica.db.scopes.get(sessionScope))?.complete === false;
            if (loading && (act === 'text' || act === 'kind')) continue;
            if (act === 'text')
              await (exists ? writeOver(device, id, `${which}-${value}`) : capture(device, id, `${which}-${value}`));
            else if (act === 'kind') await setKind(device, id, value % 2 ? 'idea' : 'lesson');
            else if (act === 'exchange') await exchange(device, server);
            else if (act === 'lose') await exchange(device, server, true);
            else if (act === 'jump') device.clock.now += (value - 500) * 86_400_000;
            else if (act === 'file') {
              await importRecords(
                device.replica,
                await readRecords(devices[((which + 1) % 3) as 0 | 1 | 2].replica.db),
              );
            } else if (act === 'restore') {
              const records = backup.records;
              epochs += 1;
              server = testServer(`epoch-${epochs}`);
              await server.journal.append(sessionScope, records, { device: 'backup', at: 0 });
              backup = await server.journal.since(sessionScope, 0, 1e9);
            } else {
              if (late) await late.device.store.receive(late.push, late.answer, late.device.clock.now);
              const push = await device.store.nextPush(100_000);
              const answer = await server.answer(push);
              late = { device, push, answer };
              if (act === 'double') await device.store.receive(push, answer, device.clock.now);
            }
          }
          for (let round = 0; round < 4; round += 1) for (const device of devices) await exchangeAll(device, server);
          const [first, ...others] = await Promise.all(devices.map(contents));
          for (const other of others) expect(other).toEqual(first);
          for (const device of devices) expect(await marks(device)).toEqual([]);
          const heads = await server.journal.heads([sessionScope]);
          await exchange(devices[0], server);
          expect(await server.journal.heads([sessionScope])).toEqual(heads);
        },
        25,
      ),
    60_000,
  );
});
