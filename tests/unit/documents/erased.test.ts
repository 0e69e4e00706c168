/** What was erased in the documents: shown as erased, and counted as before. */
import { describe, expect, it } from 'vitest';
import type { SessionBundle } from '#domain/session-bundle.ts';
import { fieldsErased } from '#domain/erasure.ts';
import { make, textOf } from '#tests/support/documents.ts';
import { sheetOf } from '#tests/support/office-files.ts';
import { partnershipDay } from './partnership-day.ts';

/** As the store hands it on: without the values that were erased. */
function without<T extends { readonly id: string }>(noun: string, record: T): T {
  const gone = new Set(fieldsErased(noun, Object.keys(record)));
  const kept = ['id', 'whereabouts'];
  const left = Object.entries(record).filter(([field]) => kept.includes(field) || !gone.has(field));
  return { ...Object.fromEntries(left), erased: true } as unknown as T;
}

function erasedDay(): { readonly before: SessionBundle; readonly after: SessionBundle } {
  const before = partnershipDay();
  return {
    before,
    after: {
      ...before,
      people: before.people.map((person) => (person.familyName === 'Işık' ? without('person', person) : person)),
      captures: before.captures.map((capture) =>
        capture.kind === 'action' || capture.kind === 'quote' ? without('capture', capture) : capture,
      ),
    },
  };
}

const register = async (bundle: SessionBundle) =>
  (await make({ kind: 'register-xlsx', contactDetails: true }, bundle)).bytes;
const figures = (file: Uint8Array, parts: readonly string[]) =>
  sheetOf(file, 'Summary')
    .rows.filter(({ What }) => parts.includes(What?.text ?? ''))
    .map((row) => Object.values(row).map((cell) => cell?.text));

describe('[ER4] what was erased in the documents', () => {
  it('changes no figure of the register, nor one by side, sex or age', async () => {
    const { before, after } = erasedDay();
    const [was, is] = [await register(before), await register(after)];
    const parts = ['Totals', 'Quotas', 'By side', 'By half-day', 'By sex', 'By age'];
    const counted = figures(is, parts);
    expect(counted.length).toBeGreaterThan(8);
    expect(counted).toEqual(figures(was, parts));
  });

  it('is one row of the people, called erased, with nothing of who it was', async () => {
    const { before, after } = erasedDay();
    const file = await register(after);
    const { rows } = sheetOf(file, 'People');
    expect(rows).toHaveLength(before.people.length);
    expect(rows.filter((row) => row['Family name']?.text === 'Erased person')).toHaveLength(1);
    const attendance = sheetOf(file, 'Attendance').rows.find(({ Person }) => Person?.text === 'Erased person');
    expect(attendance?.['Half-days present']).toMatchObject({ text: '2' });
    expect(JSON.stringify([rows, sheetOf(file, 'Attendance').rows])).not.toMatch(/Işık|İbrahim/);
  });

  it('is a line of its kind at its place, called erased', async () => {
    const { before, after } = erasedDay();
    const rowsOf = async (bundle: SessionBundle) =>
      sheetOf((await make({ kind: 'captures-xlsx' }, bundle)).bytes, 'Lines').rows;
    const [was, is] = [await rowsOf(before), await rowsOf(after)];
    const places = (rows: typeof is) =>
      rows.map((row) => [row['Ref.']?.text ?? row['Reference']?.text, row['Kind']?.text]);
    expect(places(is)).toEqual(places(was));
    expect(is.filter((row) => Object.values(row).some((cell) => cell?.text === 'Erased'))).toHaveLength(3);
    const text = textOf(await make({ kind: 'summary' }, after));
    expect(text).toContain('• Erased (nobody named yet, date to be confirmed)');
    expect(text).not.toContain('Labrosse');
  });
});
