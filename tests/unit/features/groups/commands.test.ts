import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { addGroups, startGroupWork } from '#features/groups/commands.ts';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { change, fresh } from '#storage/change.ts';
import { recordsIn } from '#storage/queries/records.ts';
import { commit, thisDevice } from '#storage/this-device.ts';

let id: Id<'session'>;
const labelOf = (number: number) => `Group ${number}`;
const groups = async () => (await recordsIn('group', scopeOf('session', id))).map(({ label }) => label);
const blocks = () => recordsIn('block', scopeOf('session', id));

beforeEach(async () => {
  id = (await thisDevice()).newId('session');
  await commit([change('session', { id, scope: scopeOf('session', id) }, { write: { title: fresh('A day') } })]);
});

describe('groups', () => {
  it('are numbered on from those of their block, whatever list the screen has', async () => {
    await startGroupWork(id, 2, labelOf);
    const [block] = await blocks();
    if (!block) throw new Error('There is no block.');
    await addGroups(id, block.id, 1, labelOf);
    await addGroups(id, block.id, 1, labelOf);
    expect(await groups()).toEqual(['Group 1', 'Group 2', 'Group 3', 'Group 4']);
  });

  it('begin once, however often it is tapped', async () => {
    await startGroupWork(id, 4, labelOf);
    await startGroupWork(id, 4, labelOf);
    expect([(await blocks()).length, (await groups()).length]).toEqual([1, 4]);
  });
});
