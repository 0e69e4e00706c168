import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { loadExample } from '#features/examples/commands.ts';
import { exampleProgrammeId } from '#features/examples/example.ts';
import { lastBackup, noteBackup } from '#storage/last-backup.ts';
import { backupExtent, backupSource } from '#storage/queries/backup.ts';
import { scopesOfSession, sessionBundle } from '#storage/queries/session-bundle.ts';
import { sessionOverviews } from '#storage/queries/sessions.ts';
import { unfinishedIn } from '#storage/queries/unfinished.ts';
import { db, thisDevice } from '#storage/this-device.ts';

const firstOf = async (name: 'seychelles' | 'turkiye'): Promise<Id<'session'>> => {
  const [first] = await sessionOverviews(exampleProgrammeId(name));
  if (!first) throw new Error('The example has sessions.');
  return first.session.id;
};

beforeEach(async () => {
  await thisDevice();
  await Promise.all(db.tables.map((table) => table.clear()));
});

it('what a backup would hold is counted without reading it, and is what it holds', async () => {
  await loadExample('seychelles');
  await loadExample('turkiye');
  const all = await backupExtent();
  const { records } = await backupSource();
  const count = (noun: string) => records.filter((record) => record.noun === noun).length;
  expect(all).toEqual({
    sessions: count('session'),
    lines: count('capture'),
    people: count('person'),
    photos: 0,
    photosBeyond: 0,
    photosAway: 0,
    total: records.length,
  });

  const bundle = await sessionBundle(await firstOf('seychelles'));
  if (!bundle) throw new Error('The session is there.');
  const scopes = scopesOfSession(bundle);
  const one = await backupExtent(scopes);
  expect(one).toMatchObject({ sessions: 1, lines: 39, total: (await backupSource(scopes)).records.length });
  expect(one.total).toBeLessThan(all.total);
});

it('when the last backup was kept is known once one was', async () => {
  expect(await lastBackup()).toBeNull();
  await noteBackup({ at: 5, count: 3 });
  await noteBackup({ at: 9, count: 4 });
  expect(await lastBackup()).toEqual({ at: 9, count: 4 });
});

it('lines being typed are found in their session and in no other', async () => {
  await loadExample('seychelles');
  await loadExample('turkiye');
  const [here, there] = [await firstOf('seychelles'), await firstOf('turkiye')];
  const draft = (key: string, text: string, about: Readonly<Record<string, string>>) =>
    db.drafts.put({ key, text, caret: 0, at: 1, about });
  await draft('line:a', 'half a thought', { sessionId: here, scope: scopeOf('session', here) });
  await draft('line:b', '   ', { sessionId: here, scope: scopeOf('session', here) });
  await draft('session:title', 'A title', {
    noun: 'session',
    id: there,
    scope: scopeOf('session', there),
    field: 'title',
  });
  expect((await unfinishedIn(here)).map(({ draft: { text } }) => text)).toEqual(['half a thought']);
  expect((await unfinishedIn(there)).map(({ draft: { text } }) => text)).toEqual(['A title']);
});
