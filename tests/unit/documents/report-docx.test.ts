import { describe, expect, it } from 'vitest';
import type { SessionBundle } from '#domain/session-bundle.ts';
import type { Language } from '#language/locales.ts';
import { make } from '#tests/support/documents.ts';
import { chapterOf, documentOf } from '#tests/support/office-files.ts';
import { partnershipDay } from './partnership-day.ts';

const report = async (bundle: SessionBundle = partnershipDay(), locale: Language = 'en') =>
  documentOf((await make({ kind: 'report' }, bundle, locale)).bytes);

/** A session of which nothing is known but that it is there. */
const blank = (): SessionBundle => ({
  programme: null,
  session: { id: 's1' } as SessionBundle['session'],
  register: null,
  outputs: [],
  quotas: [],
  blocks: [],
  groups: [],
  themes: [],
  captures: [],
  photos: [],
  people: [],
  registrations: [],
  attendance: [],
});

const headsOf = ({ paragraphs }: Awaited<ReturnType<typeof report>>, level: number) =>
  paragraphs.filter(({ style }) => style === `Heading${level}`).map(({ text }) => text);

describe('the report as a Word file', () => {
  it('says what it is, of which programme, and that the session is not closed yet', async () => {
    const { paragraphs, tables, margins } = await report();
    const of = (style: string) => paragraphs.filter((one) => one.style === style).map(({ text }) => text);
    expect(of('Title')).toEqual(['Exploring partnership work between the NGO sector and the Government of Seychelles']);
    expect(of('CoverKind')).toEqual(['Workshop report']);
    expect(of('CoverProgramme')).toEqual(['Partnership between the NGO sector and Government']);
    expect(of('CoverFunding')).toEqual(['This programme is co-financed by the European Union.']);
    expect(of('CoverDraft')).toEqual(['Draft: the session is not closed yet']);
    expect(tables[0]?.slice(0, 2)).toEqual([
      ['Dates', 'To be confirmed'],
      ['Venue', 'To be confirmed'],
    ]);
    expect(margins).toContain('\tDraft');
    expect(margins).toContain('This programme is co-financed by the European Union.');
  });

  it('is no draft any more once the session is closed', async () => {
    const day = partnershipDay();
    const { paragraphs, margins } = await report({ ...day, session: { ...day.session, status: 'closed' } });
    expect([...paragraphs.map(({ text }) => text), margins].filter((text) => text.includes('Draft:'))).toEqual([]);
    expect(margins).not.toContain('Draft');
  });

  it('has its chapters in the order in which a day is told', async () => {
    expect(headsOf(await report(), 1)).toEqual([
      'Purpose',
      'Participants',
      'Programme as run',
      'What was said',
      'Barriers by category and side',
      'Decisions',
      'Issues',
      'Commitments',
      'Actions',
      'Lessons',
      'Annex 1. Agenda',
      'Annex 2. Register',
    ]);
  });

  it('tells the purpose with the outputs and their codes', async () => {
    const purpose = chapterOf(await report(), 'Purpose');
    expect(purpose).toContain(
      'To explore how NGOs in Seychelles can develop closer working practices with the Government to meet national policy objectives.',
    );
    expect(purpose).toContain('1.\tNGO and Government views on what principles should guide partnership working');
  });

  it('counts the participants by side and in the three figures', async () => {
    const { tables } = await report();
    expect(tables).toContainEqual([
      ['Side', 'Wanted', 'Registered', 'Present'],
      ['Government', '15', '3', '3'],
      ['NGO', '15', '4', '3'],
      ['LUNGOS staff and associates', '5', '1', '0'],
      ['Totals', '', '8', '6'],
    ]);
    const figures = tables.find((rows) => rows[0]?.[0] === 'Figure');
    expect(figures?.slice(1).map(([name, number]) => [name, number])).toEqual([
      ['People', '6'],
      ['Person-days', '6'],
      ['Completers', '5'],
    ]);
  });

  it('has the programme as it was planned beside how it ran', async () => {
    const { tables } = await report();
    const run = tables.find((rows) => rows[0]?.[1] === 'As run');
    expect(run?.slice(1, 4)).toEqual([
      ['09:00–09:20', '09:05–09:30', 'Opening'],
      ['09:20–10:00', 'From 09:30', 'What is partnership?'],
      ['10:00–10:15', 'Not recorded', 'Tea'],
    ]);
    // Lunch is at a fixed time: it does not slide.
    expect(run?.[5]?.[0]).toBe('12:30–13:30');
  });

  it('points to the plan where nobody noted when the blocks ran', async () => {
    const day = partnershipDay();
    const untimed = day.blocks.map(({ startedAt: _, endedAt: __, ...block }) => block);
    const read = await report({ ...day, blocks: untimed });
    expect(chapterOf(read, 'Programme as run')).toEqual([
      'When each block began and ended was not recorded. Annex 1 is the programme as planned.',
    ]);
    expect(read.tables.some((rows) => rows[0]?.[1] === 'As run')).toBe(false);
  });

  it('counts women and men only where somebody noted it', async () => {
    const day = partnershipDay();
    const unsaid = day.people.map(({ sex: _, ...person }) => person);
    const texts = (await report({ ...day, people: unsaid })).paragraphs.map(({ text }) => text);
    expect(texts).toContain('Whether they are women or men was not noted.');
    expect(texts.filter((text) => text.includes('0 women'))).toEqual([]);
  });

  it('has no chapter for what is outside the agenda where all of it is listed later', async () => {
    const day = partnershipDay();
    expect(headsOf(await report(), 2)).toContain('Outside the agenda');
    const captures = day.captures.map((one) =>
      one.text === 'Said over lunch, outside the agenda' ? { ...one, kind: 'action' as const } : one,
    );
    const read = await report({ ...day, captures });
    expect(headsOf(read, 2)).not.toContain('Outside the agenda');
    expect(read.tables.flat(2)).toContain('01  Said over lunch, outside the agenda');
  });

  it('has every line under its block, its group and its kind, with its side', async () => {
    const read = await report();
    expect(headsOf(read, 2)).toContain('D · Barriers: group work');
    expect(headsOf(read, 3)).toEqual(['D1 · Philosophical', 'D2 · Policy', 'D3 · Group 3']);
    expect(chapterOf(read, 'B · What is partnership?')).toEqual([
      'Principles',
      'B-01\tBe at the table when the policy is drafted, not when it is launched (NGO)',
      'B-02\tOne contact person on each side (Government)',
      'Also written as: One named contact person in each ministry and each NGO',
      'Quotes',
      'B-03\t“We were told, we were not asked” (NGO, their very words)',
    ]);
    expect(chapterOf(read, 'D3 · Group 3')).toEqual([
      'Which laws stand in the way?',
      'Barriers',
      'D3-01\tA grant cannot cross the financial year (NGO, Legislative)',
      'D3-02\tMeetings at 10:00 on workdays; volunteers cannot come (Practical)',
    ]);
    expect(chapterOf(read, 'Outside the agenda')).toContain('01\tSaid over lunch, outside the agenda');
  });

  it('loses no line: each is printed with its code', async () => {
    const day = partnershipDay();
    const { paragraphs } = await report(day);
    const all = paragraphs.map(({ text }) => text).join('\n');
    const missing = day.captures.filter(({ text }) => !all.includes(text ?? ''));
    expect(missing).toEqual([]);
  });

  it('tells a good practice with who, where, when, what was done and what came of it', async () => {
    expect(chapterOf(await report(), 'D1 · Philosophical').slice(1, 7)).toEqual([
      'Good practice',
      'D1-02\tJoint home-visit rota for older people (Government)',
      'Who: Health Promotion Unit (example) with two NGOs',
      'Where: Anse Royale',
      'When: since 2024',
      'What was done: One rota for all who visit',
    ]);
  });

  it('sets the barriers side by side', async () => {
    const { tables } = await report();
    expect(tables).toContainEqual([
      ['Category', 'Government', 'NGO', 'Side not noted'],
      ['Philosophical', '', 'D1-01  Each side thinks the other wants control', ''],
      ['Policy', 'D2-01  No rule on who is consulted, or when', '', ''],
      ['Legislative', '', 'D3-01  A grant cannot cross the financial year', ''],
      ['Practical', '', '', 'D3-02  Meetings at 10:00 on workdays; volunteers cannot come'],
    ]);
  });

  it('tells "None" from what nobody has answered', async () => {
    const read = await report();
    expect(chapterOf(read, 'Issues')).toEqual(['None']);
    expect(chapterOf(read, 'Lessons')).toEqual(['Nothing recorded']);
  });

  it('says who does what by when', async () => {
    const { tables } = await report();
    expect(tables.find((rows) => rows[0]?.[1] === 'Who')?.slice(1)).toEqual([
      ['D2-02  Draft the yearly review', 'Not set', 'To be confirmed', 'Open'],
      ['F-04  Send the list of contact persons', 'Théo Labrosse', '4 December 2026', 'In progress'],
    ]);
  });

  it('names people and what they represent, and no phone or email', async () => {
    const { paragraphs, tables } = await report();
    expect(tables.at(-1)?.[6]).toEqual(['6', 'İbrahim Işık', 'Social Development Division', 'Government', '2']);
    expect(paragraphs.filter(({ text }) => /@example\.org|\+248/.test(text))).toEqual([]);
  });

  it('keeps a line that one person deleted and another changed since, and says so', async () => {
    const day = partnershipDay();
    const [first, ...rest] = day.captures;
    if (!first) throw new Error('The day has lines.');
    const read = await report({ ...day, captures: [{ ...first, deletedChangedSince: true }, ...rest] });
    expect(chapterOf(read, 'B · What is partnership?')).toContain(
      'Deleted by one person and changed since by another: please check',
    );
  });

  it('is whole with nothing in it', async () => {
    const read = await report(blank());
    expect(headsOf(read, 1)).toContain('Decisions');
    expect(chapterOf(read, 'What was said')).toEqual(['Nothing recorded']);
    expect(chapterOf(read, 'Participants')).toEqual(['Nobody is on the register yet.']);
    expect(read.paragraphs.find(({ style }) => style === 'Title')?.text).toBe('Untitled session');
  });

  it('takes what was typed for words, never for markup', async () => {
    const day = partnershipDay();
    const title = '<b>&amp; "bold"</b> \u0001 ]]>';
    const read = await report({ ...day, session: { ...day.session, title } });
    expect(read.paragraphs.find(({ style }) => style === 'Title')?.text).toBe('<b>&amp; "bold"</b> \uFFFD ]]>');
  });

  it.each([
    ['tr', 'Çalıştay raporu', 'Taslak: oturum henüz kapanmadı', 'Açık konular', 'Yok', 'tr-TR', 'STK'],
    [
      'fr',
      'Rapport d’atelier',
      'Projet\u00a0: la session n’est pas encore close',
      'Points en suspens',
      'Aucun',
      'fr-FR',
      'ONG',
    ],
  ] as const)('speaks %s', async (locale, kind, draft, issues, none, tag, ngo) => {
    const read = await report(partnershipDay(), locale);
    const said = read.paragraphs.map(({ text }) => text);
    expect(said).toContain(kind);
    expect(said).toContain(draft);
    expect(chapterOf(read, issues)).toEqual([none]);
    expect(read.styles).toContain(`w:val="${tag}"`);
    expect(said.filter((text) => text.includes(`(${ngo})`)).length).toBeGreaterThan(0);
    // What people said stays as they wrote it.
    expect(said.join('\n')).toContain('Be at the table when the policy is drafted, not when it is launched');
  });
});
