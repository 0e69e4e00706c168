/** What people do on a device: they write lines, edit texts, mark who is present, delete and think better of it. */
import { idFromParts } from '#domain/id.ts';
import { isNounName, type NounName } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import { seenContext, unpackCell } from '#replication/packed.ts';
import { change, fresh } from '#storage/change.ts';
import { isErased, type Row, stateOfRow } from '#storage/row.ts';
import { Editor } from './editor.ts';
import { valuesOf } from './ledger.ts';
import { quiet } from './quiet.ts';
import { changeOf, note, type Person, save, saveForeign, type Shown } from './saving.ts';
import type { World } from './world.ts';

/** Fields that people write, by how they merge. Those of `later` are known to a later version of the app alone. */
const fields = {
  capture: {
    text: ['text', 'text', 'text', 'firstStep'],
    last: ['owner', 'place'],
    later: { text: ['mood'], last: ['hue'] },
  },
  person: { text: ['accessNeeds'], last: ['organisation', 'phone'], later: { text: [], last: [] } },
  attendance: { text: [], last: ['method'], later: { text: [], last: ['seat'] } },
  sketch: { text: [], last: [], later: { text: ['note'], last: ['tone'] } },
} as const;
type Written = keyof typeof fields;
const written = Object.keys(fields) as readonly Written[];

const textValue = (world: World) => `t${world.ledger.draw()}`;
const lastValue = (world: World) => `v${world.ledger.draw()}`;
const sessionOf = ({ chance }: World): Scope => (chance.happens(0.7) ? 'session:S1' : 'session:S2');

/** A row that somebody can see, of any noun or of those named. */
export async function someRow({ world, tab }: Person, nouns: readonly string[] = written): Promise<Shown | undefined> {
  const noun = world.chance.pick(nouns);
  const { db } = tab.replica;
  const all: readonly Row[] = isNounName(noun)
    ? await db.nouns()[noun].toArray()
    : await db.others.filter((row) => row.noun === noun).toArray();
  const rows = all.filter((row) => !isErased(stateOfRow(noun, row)));
  // People talk of few things at a time: what one of them edits, another has open.
  const few = world.chance.happens(0.7) ? rows.slice(0, 2) : rows;
  return few.length === 0 ? undefined : { noun, row: world.chance.pick(few) };
}
const shownIn = (row: Row | undefined, field: string): string[] => (row ? valuesOf(unpackCell(row, field)) : []);

export async function newLine(person: Person): Promise<void> {
  const { world, tab } = person;
  const of = { noun: 'capture', id: tab.replica.newId('capture') } as const;
  const [text, owner] = [textValue(world), lastValue(world)];
  const parts = { set: { kind: 'note', owner }, write: { text: fresh(text) }, isNew: true } as const;
  save(person, change('capture', { id: of.id, scope: sessionOf(world) }, parts), [
    note(person, { ...of, field: 'text', kind: 'text', value: text }, []),
    note(person, { ...of, field: 'owner', kind: 'last', value: owner }, []),
  ]);
}

export async function newPerson(person: Person): Promise<void> {
  const { world, tab } = person;
  const id = tab.replica.newId('person');
  const value = lastValue(world);
  const what = change('person', { id, scope: 'register:R1' }, { set: { organisation: value }, isNew: true });
  save(person, what, [note(person, { noun: 'person', id, field: 'organisation', kind: 'last', value }, [])]);
}

/** One of few marks, so that several devices make the same one. */
export async function markPresence(person: Person): Promise<void> {
  const { world, tab } = person;
  const id = idFromParts('attendance', 'P', 'S1', world.chance.below(3), 'morning');
  const row = await tab.replica.db.nouns().attendance.get(id);
  if (row?.e === true) return;
  const value = lastValue(world);
  const set = { present: world.chance.happens(0.7), method: value };
  save(person, change('attendance', { id, scope: 'session:S1' }, { set }), [
    note(person, { noun: 'attendance', id, field: 'method', kind: 'last', value }, shownIn(row, 'method')),
  ]);
}

export async function setField(person: Person): Promise<void> {
  const { world } = person;
  const shown = await someRow(person);
  if (!shown) return;
  const { last, later } = fields[shown.noun as Written];
  const field = world.chance.pick([...last, ...later.last, 'none']);
  if (field === 'none') return;
  const value = lastValue(world);
  const { noun, row } = shown;
  const writing = note(person, { noun, id: row.id, field, kind: 'last', value }, shownIn(row, field));
  if ((last as readonly string[]).includes(field))
    save(person, changeOf(shown, { set: { [field]: value } }), [writing]);
  else saveForeign(person, shown, writing);
}

/** Opens a text: what is on the screen now is what its editor has seen. */
export async function openText(person: Person): Promise<void> {
  const { world, tab } = person;
  const shown = await someRow(person, ['capture', 'capture', 'capture', 'person']);
  if (!shown || tab.editors.length >= 4) return;
  const field = world.chance.pick(fields[shown.noun as Written].text);
  const { noun, row } = shown;
  tab.editors.push(new Editor({ noun, id: row.id, field }, seenContext(row, field), shownIn(row, field)));
}

/** Saves what is typed in an open text, and types on or leaves it. */
export async function saveText(person: Person): Promise<void> {
  const { world, tab } = person;
  if (tab.editors.length === 0) return;
  const editor = world.chance.pick(tab.editors);
  const { noun, id, field } = editor;
  const row = await tab.replica.db.nouns()[noun as NounName].get(id);
  if (!row || row.e === true) return;
  const value = textValue(world);
  const seen = world.mutant.seen?.(editor.seen, seenContext(row, field)) ?? editor.seen;
  const writing = note(person, { noun, id, field, kind: 'text', value }, editor.shown);
  const staysOpen = world.chance.happens(0.6);
  if (!staysOpen) tab.editors.splice(tab.editors.indexOf(editor), 1);
  save(person, changeOf({ noun, row }, { write: { [field]: { value, seen } } }), [writing], ({ seen: [after] }) => {
    editor.wrote(value, after?.[field] ?? {});
  });
}

/** Reads all values of a text and makes one of them, at once. */
export async function settleText(person: Person): Promise<void> {
  const { world } = person;
  const shown = await someRow(person);
  if (!shown) return;
  const { noun, row } = shown;
  const { text, later } = fields[noun as Written];
  const field = world.chance.pick([...text, ...later.text, 'none']);
  if (field === 'none') return;
  const value = textValue(world);
  const writing = note(person, { noun, id: row.id, field, kind: 'text', value }, shownIn(row, field));
  if (!(text as readonly string[]).includes(field)) return saveForeign(person, shown, writing);
  save(person, changeOf(shown, { write: { [field]: { value, seen: seenContext(row, field) } } }), [writing]);
}

/** Deletes a line, or brings a deleted one back. */
export async function deleteOrUndo(person: Person): Promise<void> {
  const { world, device } = person;
  await quiet();
  const shown = await someRow(person, ['capture', 'person']);
  if (!shown || !device.isUp) return;
  const { noun, row } = shown;
  const isDeleted = (row.v['deletedAt'] ?? null) === null;
  const had = new Set(Object.values(stateOfRow(noun, row).cells).flatMap(valuesOf));
  const deletion = { noun, id: row.id, field: 'deletedAt', isDeleted, had, isSaved: false, isGone: false } as const;
  world.ledger.deletions.push(deletion);
  save(person, changeOf(shown, { deleted: isDeleted }), [deletion]);
}

/** Something of a noun that only a later version of the app knows. */
export async function newSketch(person: Person): Promise<void> {
  const { world, tab } = person;
  const row: Row = { id: tab.replica.newId('capture'), scope: sessionOf(world), v: {} };
  const of = { noun: 'sketch', id: row.id, field: 'note', kind: 'text' as const, value: textValue(world) };
  saveForeign(person, { noun: 'sketch', row }, note(person, of, []));
}

/** A value that this device takes and the server does not. */
export async function writeBad(person: Person): Promise<void> {
  const { world } = person;
  const shown = await someRow(person, ['capture']);
  if (!shown) return;
  const { noun, row } = shown;
  const field = world.chance.pick(['place', 'firstStep', 'text']);
  const kind = field === 'place' ? 'last' : 'text';
  const tooLong = '!'.repeat(field === 'text' ? 20_000 : 2000);
  const value = `${kind === 'last' ? lastValue(world) : textValue(world)}${tooLong}`;
  saveForeign(person, shown, note(person, { noun, id: row.id, field, kind, value }, shownIn(row, field)));
}
