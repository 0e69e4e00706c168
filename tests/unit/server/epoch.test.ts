import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteStore } from '#server/sqlite-store.ts';
import type { Store } from '#server/store.ts';
import { countingRandom } from '#tests/support/app-in-memory.ts';
import { sampleRecord, sampleScope } from '#tests/support/sample-records.ts';

const random = countingRandom();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-epoch-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(): Store {
  const opened = openSqliteStore(folder, random);
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}
/** Opens, writes a record where one is named, closes, and tells the epoch and how it was settled. */
async function start(record?: string): Promise<{ epoch: string; state: string }> {
  const store = open();
  if (record !== undefined) {
    await store.journal.append(sampleScope, [sampleRecord(record, { kind: 'idea' })], { device: 'd', at: 1 });
  }
  const seen = { epoch: await store.journal.epoch(), state: store.epochState };
  await store.close();
  return seen;
}
const database = () => join(folder, 'baraza.db');
const copy = () => join(folder, 'copy.db');

describe('the epoch', () => {
  it('is drawn at the first start and kept from then on', async () => {
    const first = await start('a');
    expect(first.state).toBe('first');
    expect(await start('b')).toEqual({ epoch: first.epoch, state: 'kept' });
    expect(JSON.parse(readFileSync(join(folder, 'epoch'), 'utf8'))).toEqual({ epoch: first.epoch, total: 2 });
  });

  it('is renewed when an older copy of the database was put back', async () => {
    const first = await start('a');
    copyFileSync(database(), copy());
    await start('b');
    copyFileSync(copy(), database());
    const restored = await start();
    expect(restored.state).toBe('renewed');
    expect(restored.epoch).not.toBe(first.epoch);
    expect(await start()).toEqual({ epoch: restored.epoch, state: 'kept' });
  });

  it('is renewed when the database is one of another server', async () => {
    await start('a');
    copyFileSync(database(), copy());
    rmSync(database());
    rmSync(join(folder, 'epoch'));
    const second = await start('a');
    copyFileSync(copy(), database());
    const foreign = await start();
    expect(foreign.state).toBe('renewed');
    expect(foreign.epoch).not.toBe(second.epoch);
  });

  it('is renewed when the database was taken away and an empty one stands in its place', async () => {
    await start('a');
    for (const name of readdirSync(folder)) if (name.startsWith('baraza.db')) rmSync(join(folder, name));
    expect((await start()).state).toBe('renewed');
  });

  it.each([
    ['is missing', undefined],
    ['cannot be understood', '{"epoch":'],
    ['has another shape', '{"epoch":7,"total":"many"}'],
  ])('is renewed when the file beside the database %s', async (_how, content) => {
    const first = await start('a');
    if (content === undefined) rmSync(join(folder, 'epoch'));
    else writeFileSync(join(folder, 'epoch'), content);
    const later = await start();
    expect(later.state).toBe('renewed');
    expect(later.epoch).not.toBe(first.epoch);
  });

  it('is kept when the server was killed before it could write the file again', async () => {
    const first = await start('a');
    const behind = readFileSync(join(folder, 'epoch'));
    await start('b');
    writeFileSync(join(folder, 'epoch'), behind);
    expect(await start()).toEqual({ epoch: first.epoch, state: 'kept' });
  });

  it('is saved while the server runs, so that an older copy is noticed after a power cut too', async () => {
    await start('a');
    copyFileSync(database(), copy());
    const running = open();
    await running.journal.append(sampleScope, [sampleRecord('b', { kind: 'idea' })], { device: 'd', at: 1 });
    await running.saveEpoch();
    expect(JSON.parse(readFileSync(join(folder, 'epoch'), 'utf8'))).toMatchObject({ total: 2 });
    await running.close();
  });
});
