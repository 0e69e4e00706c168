import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { dropRefused, retryRefused, setHolder, setTabletName, undropRefused } from '#features/device/commands.ts';
import { noteExported, useExported } from '#features/device/exported.ts';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import type { Stamp } from '#replication/stamp.ts';
import { change, fresh } from '#storage/change.ts';
import type { QuarantineRow } from '#storage/database.ts';
import { deviceFacts } from '#storage/queries/device.ts';
import { historyOf } from '#storage/queries/delivery.ts';
import { record } from '#storage/queries/records.ts';
import { commit, db, thisDevice } from '#storage/this-device.ts';

const scope = scopeOf('session', 'one' as Id<'session'>);
const line = { id: 'line' as Id<'capture'>, scope };
const write = (text: string) => commit([change('capture', line, { write: { text: fresh(text) } })]);

const refused: Omit<QuarantineRow, 'seq'> = {
  noun: 'capture',
  id: 'refused',
  scope,
  at: 1_800_000_000_000,
  reason: 'invalid',
  path: 'text',
  message: '',
  delta: { noun: 'capture', id: 'refused', scope, v: { kind: 'idea' }, s: '00001a2b3c4d5000-0001-aaaaaaaa' as Stamp },
};

let seq: number;
beforeEach(async () => {
  useExported.setState({ seqs: new Set() });
  await db.quarantine.clear();
  seq = await db.quarantine.add({ ...refused });
});

describe('what was refused', () => {
  it('is not taken off the list before it was saved as a file', async () => {
    expect(await dropRefused(seq)).toBeUndefined();
    expect(await db.quarantine.count()).toBe(1);
    noteExported(seq);
    expect(await dropRefused(seq)).toMatchObject({ id: 'refused' });
    expect(await db.quarantine.count()).toBe(0);
  });

  it('comes back where it was when that is undone', async () => {
    noteExported(seq);
    const dropped = await dropRefused(seq);
    if (!dropped) throw new Error('Nothing was dropped.');
    await undropRefused(dropped);
    expect(await db.quarantine.get(seq)).toEqual({ ...refused, seq });
  });

  it('saving one as a file lets only that one go', async () => {
    const other = await db.quarantine.add({ ...refused, id: 'other' });
    noteExported(seq);
    expect(await dropRefused(other)).toBeUndefined();
  });

  it('goes back into its record when it is tried again', async () => {
    await retryRefused(seq);
    expect(await db.quarantine.count()).toBe(0);
    expect((await db.pending.get(['capture', 'refused']))?.fields).toEqual(['kind']);
    expect((await db.nouns().capture.get('refused'))?.v.kind).toBe('idea');
  });
});

describe('who holds the tablet', () => {
  it('is the author of what is written from then on, in the record and in its history', async () => {
    await setHolder('Amina Okoro');
    await write('first');
    await setHolder('  Deniz  ');
    await write('second');
    expect(await record('capture', line.id)).toMatchObject({ createdBy: 'Amina Okoro', updatedBy: 'Deniz' });
    expect((await historyOf('capture', line.id)).map(({ by }) => by)).toEqual(['Deniz', 'Amina Okoro']);
    expect((await deviceFacts())?.holders.slice(0, 2)).toEqual(['Deniz', 'Amina Okoro']);
  });

  it('can be nobody in particular again, and the names stay', async () => {
    await setHolder('Amina Okoro');
    await setHolder('');
    expect(await deviceFacts()).toMatchObject({ holder: null, holders: expect.arrayContaining(['Amina Okoro']) });
  });
});

it('the name of the tablet is kept beside who holds it', async () => {
  await setHolder('Amina Okoro');
  await setTabletName('  Blue cover ');
  expect(await deviceFacts()).toMatchObject({ name: 'Blue cover', holder: 'Amina Okoro' });
  expect((await thisDevice()).device.name).toBe('Blue cover');
});
