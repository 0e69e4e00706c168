import { describe, expect, it } from 'vitest';
import type { SessionBundle } from '#domain/session-bundle.ts';
import { make } from '#tests/support/documents.ts';
import { sheetOf, sheetsOf } from '#tests/support/office-files.ts';
import { partnershipDay } from './partnership-day.ts';

const register = async (bundle: SessionBundle, contactDetails = false) =>
  (await make({ kind: 'register-xlsx', contactDetails }, bundle)).bytes;

const figuresOf = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    sheetOf(file, 'Summary')
      .rows.filter(({ What }) => What?.text === 'Totals')
      .map((row) => [row['Figure']?.text ?? '', row['Number']?.text ?? '']),
  );

/** The same day with a second one, on which one person came in the morning. */
const twoDays = (): SessionBundle => {
  const day = partnershipDay();
  const [mark] = day.attendance;
  if (!mark) throw new Error('The day has marks.');
  return {
    ...day,
    session: {
      ...day.session,
      days: [
        { date: '2026-11-22', startsAt: '09:00' },
        { date: '2026-11-23', startsAt: '09:00' },
      ],
    },
    attendance: [...day.attendance, { ...mark, id: 'second' as typeof mark.id, day: 1, part: 'am', present: true }],
  };
};

describe('the register as a workbook', () => {
  it('has one row a person, by family name, with what is known of them', async () => {
    const file = await register(partnershipDay());
    expect(sheetsOf(file).map(({ name }) => name)).toEqual(['People', 'Attendance', 'Summary', 'About this file']);
    const { rows } = sheetOf(file, 'People');
    expect(rows.map((row) => row['Family name']?.text)).toEqual([
      '+Hostile',
      'Ah-Time',
      'Bonnelame',
      'Çelik',
      'Desnoeufs',
      'Işık',
      'Labrosse',
      'Öztürk',
    ]);
    expect(rows[5]).toMatchObject({
      'Given name': { text: 'İbrahim' },
      Represents: { text: 'Social Development Division' },
      Side: { text: 'Government' },
      'Half-days present': { kind: 'number', text: '2' },
      Completer: { text: 'Yes' },
    });
    expect(rows[0]).toMatchObject({ 'Came by': { text: 'Walk-in' }, 'Given name': { text: '=HYPERLINK("x")' } });
    expect(sheetsOf(file).some(({ xml }) => /<f[ >]/.test(xml))).toBe(false);
  });

  it('has phone, email and access needs only where they were asked for', async () => {
    const asked = sheetOf(await register(partnershipDay(), true), 'People');
    const plain = await register(partnershipDay());
    expect(asked.heads).toEqual(expect.arrayContaining(['Phone', 'Email', 'Access needs']));
    expect(asked.rows[1]?.['Phone']?.text).toBe('+248 2 550 000');
    for (const { heads, xml } of sheetsOf(plain)) {
      expect(heads.filter((head) => ['Phone', 'Email', 'Access needs'].includes(head))).toEqual([]);
      expect(xml).not.toMatch(/\+248|@example\.org/);
    }
    const about = (file: Uint8Array) =>
      sheetOf(file, 'About this file').rows.find(({ What }) => What?.text.startsWith('Phone'))?.['Detail']?.text;
    expect([about(plain), about(await register(partnershipDay(), true))]).toEqual(['Left out', 'Included']);
  });

  it('has the half-days as ticks, a dash for absent and nothing where nobody marked', async () => {
    const { heads, rows } = sheetOf(await register(twoDays()), 'Attendance');
    const days = heads.slice(4, -1);
    expect(days).toEqual([
      'Day 1, 22 November 2026 · Morning',
      'Day 1, 22 November 2026 · Afternoon',
      'Day 2, 23 November 2026 · Morning',
      'Day 2, 23 November 2026 · Afternoon',
    ]);
    const marksOf = (name: string) => {
      const row = rows.find(({ Person }) => Person?.text === name);
      return days.map((day) => row?.[day]?.text ?? '').join('|');
    };
    expect(marksOf('İbrahim Işık')).toBe('✓|✓|✓|');
    expect(marksOf('Rosie Ah-Time')).toBe('✓|||');
    expect(marksOf('Théo Labrosse')).toBe('–|||');
    expect(marksOf('=HYPERLINK("x") +Hostile')).toBe('|||');
  });

  it('has three figures, each with its rule, as counted by hand', async () => {
    // In the morning six of eight, in the afternoon five of them; one marked absent, one not marked.
    expect(figuresOf(await register(partnershipDay()))).toEqual({
      Registered: '8',
      People: '6',
      'Person-days': '6',
      Completers: '5',
    });
    // The second morning one of them again: one person-day more, and alone in all three half-days.
    expect(figuresOf(await register(twoDays()))).toEqual({
      Registered: '8',
      People: '6',
      'Person-days': '7',
      Completers: '1',
    });
    const rules = sheetOf(await register(partnershipDay()), 'Summary').rows.slice(0, 4);
    expect(rules.map((row) => row['How it is counted']?.text ?? '')).toEqual([
      expect.stringContaining('not withdrawn'),
      expect.stringContaining('counted once'),
      expect.stringContaining('all days added up'),
      'Present in at least 2 of the 2 half-days held (100 %).',
    ]);
  });

  it('compares the quotas with who is registered and who came', async () => {
    const quotas = sheetOf(await register(partnershipDay()), 'Summary').rows.filter(
      ({ What }) => What?.text === 'Quotas',
    );
    const figure = (row: (typeof quotas)[number]) =>
      ['Figure', 'Number', 'Wanted', 'Present'].map((head) => row[head]?.text);
    expect(quotas.map(figure)).toEqual([
      ['Government', '3', '15', '3'],
      ['NGO', '4', '15', '3'],
      ['LUNGOS staff and associates', '1', '5', '0'],
    ]);
  });

  it('opens with nobody in it', async () => {
    const file = await register({ ...partnershipDay(), people: [], registrations: [], attendance: [], quotas: [] });
    expect(sheetOf(file, 'People').rows).toEqual([]);
    expect(figuresOf(file)).toEqual({ Registered: '0', People: '0', 'Person-days': '0', Completers: '0' });
  });
});
