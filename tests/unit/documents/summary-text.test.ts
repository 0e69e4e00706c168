import { describe, expect, it } from 'vitest';
import { make, textOf } from '#tests/support/documents.ts';
import { partnershipDay } from './partnership-day.ts';

describe('the short text for messages', () => {
  it('says what, when, where, who came, what was decided and who does what', async () => {
    expect(textOf(await make({ kind: 'summary' }, partnershipDay())).split('\n')).toEqual([
      '*Exploring partnership work between the NGO sector and the Government of Seychelles*',
      'Dates: To be confirmed',
      'Venue: To be confirmed',
      '',
      '6 people · 6 person-days · 5 completers',
      'Registered: 8',
      'Notes: 1 · Principles: 2 · Good practice: 1 · Barriers: 4 · Ideas: 1 · Pitfalls: 1 · Decisions: 1 · Actions: 2 · Commitments: 1 · Quotes: 1',
      '',
      '*Decisions*',
      '• A working group meets every quarter',
      '',
      '*Actions*',
      '• Draft the yearly review (nobody named yet, date to be confirmed)',
      '• Send the list of contact persons (Théo Labrosse, by 4 December 2026)',
      '',
    ]);
  });

  it('names nobody but those who took something on', async () => {
    const text = textOf(await make({ kind: 'summary' }, partnershipDay()));
    expect(text).not.toMatch(/Işık|Öztürk|example\.org|\+248/);
  });

  it('keeps both texts of an action, each on one line, and stops after ten', async () => {
    const day = partnershipDay();
    const action = day.captures.find(({ kind }) => kind === 'action');
    if (!action) throw new Error('The day has actions.');
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...action,
      id: `many${at}` as typeof action.id,
      text: `Action\n${at}`,
      others: { text: ['as another wrote it'] },
    }));
    const lines = textOf(await make({ kind: 'summary' }, { ...day, captures: many })).split('\n');
    expect(lines).toContain('• Action 0 / as another wrote it (Théo Labrosse, by 4 December 2026)');
    expect(lines.filter((line) => line.startsWith('• Action'))).toHaveLength(10);
    expect(lines).toContain('… and 2 more in the report');
  });

  it('says "None" where that was the answer', async () => {
    const day = partnershipDay();
    const text = textOf(
      await make({ kind: 'summary' }, { ...day, captures: [], session: { ...day.session, noDecisions: true } }),
    );
    expect(text).toContain('*Decisions*\nNone\n');
    expect(text).toContain('*Actions*\nNothing recorded\n');
    expect(text).toContain('No lines yet');
  });
});
