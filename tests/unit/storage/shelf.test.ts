import { describe, expect, it } from 'vitest';
import { change, fresh } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { rowOfState, stateOfRow } from '#storage/row.ts';
import { capture, captureId, sessionScope, testDevice } from '#tests/support/replicas.ts';

const at = { id: captureId('c1'), scope: sessionScope };

describe('the shelf of a capture', () => {
  it('follows what is written, and goes when the capture is deleted', async () => {
    const device = await testDevice();
    const { db } = device.replica;
    const shelf = async () => (await db.nouns().capture.get('c1'))?.shelf;
    await commitTo(device.replica, [
      change('capture', at, { set: { kind: 'barrier', order: 'a0' }, write: { text: fresh('No rule') } }),
    ]);
    expect(await shelf()).toBe(`${sessionScope}/barrier/other/a0`);
    await commitTo(device.replica, [change('capture', at, { set: { category: 'policy' } })]);
    expect(await shelf()).toBe(`${sessionScope}/barrier/policy/a0`);
    await commitTo(device.replica, [change('capture', at, { deleted: true })]);
    expect(await shelf()).toBeUndefined();
    await commitTo(device.replica, [change('capture', at, { deleted: false, set: { kind: 'idea' } })]);
    expect(await shelf()).toBe(`${sessionScope}/idea//a0`);
  });

  it('is on every row what a rebuild from its record would make it', async () => {
    const device = await testDevice();
    for (const [index, kind] of (['note', 'idea', 'note', 'idea'] as const).entries()) {
      await capture(device, `c${index}`, `line ${index}`, kind);
    }
    await commitTo(device.replica, [change('capture', at, { deleted: true })]);
    const rows = await device.replica.db.nouns().capture.toArray();
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toEqual(rowOfState(stateOfRow('capture', row)));
  });
});
