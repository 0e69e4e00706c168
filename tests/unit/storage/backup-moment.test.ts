import { beforeEach, describe, expect, it } from 'vitest';
import { backupMoment, backupOfAll } from '#storage/backup-moment.ts';
import { change } from '#storage/change.ts';
import { commitTo } from '#storage/commit.ts';
import { eraseRecord } from '#storage/erasure.ts';
import { importRecords, readRecords } from '#storage/import.ts';
import { lastBackupKey } from '#storage/outdate-backup.ts';
import { capture, captureId, sessionScope, testDevice, type TestDevice } from '#tests/support/replicas.ts';

const at = { id: captureId('c1'), scope: sessionScope };
let here: TestDevice;

const madeAt = async (moment: number) => {
  const of = await backupMoment(here.replica.db, moment);
  await here.replica.db.meta.put({ key: lastBackupKey, value: { at: moment + 1, count: of.held, of } });
};
const holdsAll = () => backupOfAll(here.replica.db);

beforeEach(async () => {
  here = await testDevice();
  await capture(here, 'c1', 'one');
});

describe('the last backup', () => {
  it('is none that holds everything where there is none, nor where it is not known what was in it', async () => {
    expect(await holdsAll()).toBeNull();
    await here.replica.db.meta.put({ key: lastBackupKey, value: { at: 5, count: 1 } });
    expect(await holdsAll()).toBeNull();
  });

  it('holds everything until something is written, whatever the clock says', async () => {
    await madeAt(9_999_999_999_999);
    expect(await holdsAll()).toBe(9_999_999_999_999);
    await commitTo(here.replica, [change('capture', at, { set: { starred: true } })]);
    expect(await holdsAll()).toBeNull();
    await madeAt(0);
    expect(await holdsAll()).toBe(0);
    await capture(here, 'c2', 'two');
    expect(await holdsAll()).toBeNull();
  });

  it('does not hold what was erased since as it is now', async () => {
    await madeAt(5);
    await eraseRecord(here.replica, { noun: 'capture', id: 'c1' });
    expect(await holdsAll()).toBeNull();
  });

  it('does not hold what a file changed since, and does where the file changed nothing', async () => {
    await madeAt(5);
    const own = await readRecords(here.replica.db);
    await importRecords(here.replica, own);
    expect(await holdsAll()).toBe(5);
    const other = await testDevice();
    await capture(other, 'c1', 'written there');
    await importRecords(here.replica, await readRecords(other.replica.db));
    expect(await holdsAll()).toBeNull();
  });
});
