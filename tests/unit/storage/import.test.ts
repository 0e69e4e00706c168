import { describe, expect, it } from 'vitest';
import { otherValues } from '#replication/packed.ts';
import { change } from '#storage/change.ts';
import { importRecords, readRecords } from '#storage/import.ts';
import { commitTo, stateOfBase } from '#storage/commit.ts';
import {
  capture,
  captureId,
  contents,
  exchangeAll,
  held,
  join,
  marks,
  sessionScope,
  testDevice,
  testServer,
} from '#tests/support/replicas.ts';

const at = { id: captureId('c1'), scope: sessionScope };

describe('an import', () => {
  it('[IM1] marks what it changes, and the same file twice changes nothing', async () => {
    const [from, to] = [await testDevice(), await testDevice()];
    await capture(from, 'c1', 'one');
    await capture(from, 'c2', 'two');
    const file = await readRecords(from.replica.db);
    expect(await importRecords(to.replica, file)).toEqual({ added: 2, changed: 0, same: 0 });
    expect(await contents(to)).toEqual(await contents(from));
    expect((await marks(to)).map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(await importRecords(to.replica, file)).toEqual({ added: 0, changed: 0, same: 2 });
  });

  it('[IM1] over an unsent text keeps both, with the server’s state beneath', async () => {
    const server = testServer();
    const [device, other] = [await testDevice(), await testDevice()];
    await join(device, server);
    await capture(device, 'c1', 'sent');
    await exchangeAll(device, server);
    await capture(device, 'c1', 'unsent');
    await capture(other, 'c1', 'handed over');
    await importRecords(device.replica, await readRecords(other.replica.db));
    const line = await held(device, 'capture', 'c1');
    expect(new Set([line.text, ...otherValues(line.row, 'text')])).toEqual(new Set(['handed over', 'sent', 'unsent']));
    const [mark] = await device.replica.db.pending.toArray();
    const base = mark && stateOfBase(mark).cells['text'];
    expect(base?.kind === 'text' && base.values.map(({ value }) => value)).toEqual(['sent']);
    await exchangeAll(device, server);
    expect(await marks(device)).toEqual([]);
  });

  it('[IM1] over an unsent value gives it back where the server refuses what came, and ends there', async () => {
    const server = testServer();
    const device = await testDevice();
    await join(device, server);
    await capture(device, 'c1', 'line');
    await commitTo(device.replica, [change('capture', at, { set: { place: 'Mardin' } })]);
    const tooLong = { noun: 'capture', ...at, v: { place: 'x'.repeat(501) }, s: 'zzzzzz000000WriterNw' as never };
    await importRecords(device.replica, [tooLong]);
    await exchangeAll(device, server);
    await exchangeAll(device, server);
    expect(await held(device, 'capture', 'c1')).toMatchObject({ place: 'Mardin' });
    expect((await server.journal.read(sessionScope, 'capture', 'c1'))?.cells['place']).toMatchObject({
      value: 'Mardin',
    });
    expect(await device.replica.db.quarantine.count()).toBe(1);
    expect(await marks(device)).toEqual([]);
  });

  it('[IM1] gives back a value that the server had before it was put back', async () => {
    const device = await testDevice();
    const [before, after] = [testServer('before'), testServer('after')];
    await join(device, before);
    await commitTo(device.replica, [change('capture', at, { set: { place: 'Mardin' } })]);
    await exchangeAll(device, before);
    const tooLong = { noun: 'capture', ...at, v: { place: 'x'.repeat(501) }, s: 'zzzzzz000000WriterNw' as never };
    await importRecords(device.replica, [tooLong]);
    await exchangeAll(device, after);
    await exchangeAll(device, after);
    expect(await held(device, 'capture', 'c1')).toMatchObject({ place: 'Mardin' });
    expect(await marks(device)).toEqual([]);
  });

  it('keeps records of nouns that only a newer version knows, and sends them', async () => {
    const server = testServer();
    const device = await testDevice();
    await join(device, server);
    const later = {
      noun: 'hologram',
      id: 'h1',
      scope: sessionScope,
      v: { glow: 7 },
      s: '000000000000WriterNw' as never,
    };
    await importRecords(device.replica, [later]);
    await exchangeAll(device, server);
    expect(await marks(device)).toEqual([]);
    expect(await readRecords(device.replica.db)).toEqual([later]);
    const second = await testDevice();
    await join(second, server);
    await exchangeAll(second, server);
    expect(await readRecords(second.replica.db)).toEqual([later]);
  });
});
