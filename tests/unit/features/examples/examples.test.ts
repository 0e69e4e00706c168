import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { bundledExample } from '#features/examples/bundled.ts';
import { loadExample, removeExample } from '#features/examples/commands.ts';
import { type ExampleName, exampleNames } from '#features/examples/example-names.ts';
import { exampleProgrammeId } from '#features/examples/example.ts';
import { isWritten, writtenIn } from '#features/examples/written-in.ts';
import { change } from '#storage/change.ts';
import { newRecord } from '#storage/new-record.ts';
import { readRecords } from '#storage/import.ts';
import { sessionOverviews } from '#storage/queries/sessions.ts';
import { commit, db, thisDevice } from '#storage/this-device.ts';
import { seedFacts } from './seed-facts.ts';

afterEach(async () => {
  for (const name of exampleNames) await removeExample(name);
});

/** Every text and value of what is on the tablet, in one string a record. */
const loaded = async (name: ExampleName) => {
  const result = await loadExample(name);
  expect(result).toMatchObject({ ok: true });
  return readRecords(db);
};
const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

describe.each(exampleNames)('the example %s', (name) => {
  it('holds every fact of its source whose noun exists', async () => {
    const records = await loaded(name);
    const texts = records.map(({ v }) => strings(v).map(plain));
    const missing = seedFacts[name].texts.filter(
      (fact) => !texts.some((all) => all.some((text) => text.includes(plain(fact)))),
    );
    expect(missing).toEqual([]);
    for (const { noun, values, count } of seedFacts[name].records) {
      const found = records.filter((record) => record.noun === noun && matches(record.v, values));
      expect(found, `${noun} ${JSON.stringify(values)}`).toHaveLength(count ?? 1);
    }
  });

  it('names nobody whom the sources name, and says of each invented organisation that it is one', async () => {
    const records = await loaded(name);
    const words = new Set(records.flatMap(({ v }) => strings(v)).flatMap((text) => text.split(/[^\p{L}]+/u)));
    expect(['Alfa', 'Vincent'].filter((real) => words.has(real))).toEqual([]);
    const bodies = new Set(records.filter(({ noun }) => noun === 'person').map(({ v }) => String(v.organisation)));
    const invented = [...bodies].filter((body) => !seedFacts[name].organisations.includes(body));
    expect(invented.filter((body) => !/\((?:example|örnek)\)$/.test(body))).toEqual([]);
  });

  it('is the same when it is loaded twice', async () => {
    const once = await loaded(name);
    const twice = await loaded(name);
    expect(twice).toEqual(once);
  });

  it('leaves nothing behind, comes back with what was added to it, and can be loaded again', async () => {
    const before = await loaded(name);
    const [first] = await sessionOverviews(exampleProgrammeId(name));
    if (!first) throw new Error('no session');
    await commit([change('session', first.session, { set: { venue: 'Veranda' } })]);

    const removed = await removeExample(name);
    expect(await readRecords(db)).toEqual([]);
    expect(await db.pending.count()).toBe(0);
    expect(await db.scopes.count()).toBe(0);

    if (!removed.ok) throw new Error('not removed');
    expect(await removed.value()).toMatchObject({ ok: true });
    expect(await readRecords(db)).toHaveLength(before.length);
    expect((await db.nouns().session.get(first.session.id))?.v.venue).toBe('Veranda');
    expect((await db.scopes.toArray()).every(({ example, sending }) => example === true && !sending)).toBe(true);

    await removeExample(name);
    expect(await loaded(name)).toHaveLength(before.length);
  });

  it('has only references that lead somewhere', async () => {
    const records = await loaded(name);
    const known = new Set(records.map(({ noun, id }) => `${noun}/${id}`));
    const lost = records.flatMap(({ noun, id, v }) =>
      Object.entries(v)
        .filter(([field]) => /^(?:programme|register|session|person|block|group|capture|theme)Id$/.test(field))
        .filter(([field, value]) => !known.has(`${field.slice(0, -2)}/${String(value)}`))
        .map(([field]) => `${noun}/${id}.${field}`),
    );
    expect(lost).toEqual([]);
    for (const { noun, v } of records)
      if (noun === 'capture') expect(v).toMatchObject({ kind: expect.any(String), order: expect.any(String) });
  });
});

it('counts people and lines of a session, without the withdrawn and the deleted', async () => {
  await loaded('seychelles');
  const [before] = await sessionOverviews();
  expect(before).toMatchObject({ peopleCount: 32, isExample: true, delivery: { isSent: false, needLookCount: 0 } });
  const row = await db.nouns().capture.toCollection().first();
  if (!before || !row) throw new Error('nothing loaded');
  await commit([change('capture', { id: row.id as never, scope: row.scope }, { deleted: true })]);
  const [after] = await sessionOverviews();
  expect(after?.captureCount).toBe(before.captureCount - 1);
  await commit([change('capture', { id: row.id as never, scope: row.scope }, { deleted: false })]);
  expect((await sessionOverviews())[0]?.captureCount).toBe(before.captureCount);
});

it('counts what somebody wrote in an example, and still does after it was removed and brought back', async () => {
  await loaded('seychelles');
  expect(isWritten(await writtenIn('seychelles'))).toBe(false);
  const [first] = await sessionOverviews(exampleProgrammeId('seychelles'));
  if (!first) throw new Error('no session');
  const { id: sessionId, scope } = first.session;
  const line = newRecord('capture', (await thisDevice()).newId('capture'), scope, {
    sessionId,
    kind: 'note',
    text: 'Mine',
  });
  await commit([line, change('session', first.session, { set: { venue: 'Veranda' } })]);
  expect(await writtenIn('seychelles')).toEqual({ lines: 1, others: 1 });
  await db.drafts.put({ key: 'line', text: 'Not ended yet', caret: 0, at: 1, about: { scope } });
  expect(await writtenIn('seychelles')).toEqual({ lines: 2, others: 1 });

  const removed = await removeExample('seychelles');
  if (!removed.ok) throw new Error('not removed');
  await removed.value();
  expect(await writtenIn('seychelles')).toEqual({ lines: 2, others: 1 });
  expect((await db.nouns().capture.get(line.id))?.v.text).toBe('Mine');
  await db.drafts.clear();
});

it('fills every column of the board', async () => {
  const { sessions } = await bundledExample('seychelles');
  const captures = sessions.flatMap(({ blocks = [] }) =>
    blocks.flatMap(({ captures: plenary = [], groups = [] }) => [
      ...plenary,
      ...groups.flatMap((group) => group.captures ?? []),
    ]),
  );
  const { kinds, barrierCategories } = await import('#domain/nouns/vocabulary.ts');
  expect(kinds.filter((kind) => !captures.some((line) => line.kind === kind))).toEqual([]);
  for (const category of barrierCategories.filter((one) => one !== 'other')) {
    const sides = captures.filter((line) => line.category === category).map(({ side }) => side);
    expect(new Set(sides), category).toEqual(new Set(['government', 'ngo']));
  }
});

function matches(actual: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(
    ([field, value]) => JSON.stringify(actual[field] ?? null) === JSON.stringify(value),
  );
}
