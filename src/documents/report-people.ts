/** Who came: numbers by side against the quotas, the three figures with their rules, the bodies represented. */
import { sideName, type Speech } from './language.ts';
import { alsoWritten } from './field-cells.ts';
import { completersRule, quotaLabel, tally } from './register-tables.ts';
import type { Piece, ReportCell } from './report-model.ts';
import type { Participant, SessionView } from './session-view.ts';

export function participantsChapter(view: SessionView, speech: Speech): Piece[] {
  const { t } = speech;
  const { session } = view.bundle;
  const note = [session.participantsNote, ...alsoWritten(speech, session, 'participantsNote')].flatMap((text) =>
    text ? [text] : [],
  );
  const pieces: Piece[] = [{ piece: 'heading', level: 1, text: t('documents.report.participants') }];
  if (note.length > 0) {
    pieces.push(
      { piece: 'heading', level: 2, text: t('documents.report.whoShouldCome') },
      ...note.map((text): Piece => ({ piece: 'text', text })),
    );
  }
  const nobody: Piece = { piece: 'text', tone: 'answer', text: t('documents.report.nobodyYet') };
  if (view.participants.length === 0 && view.fills.length === 0) return [...pieces, nobody];
  pieces.push({ piece: 'heading', level: 2, text: t('documents.report.quotasAndSides') }, sidesTable(view, speech));
  if (view.participants.length === 0) return [...pieces, nobody];
  return [
    ...pieces,
    { piece: 'heading', level: 2, text: t('documents.report.threeFigures') },
    figuresTable(view, speech),
    ...sexesOf(view, speech),
    { piece: 'heading', level: 2, text: t('documents.report.organisations') },
    organisationsTable(view, speech),
  ];
}

/** One row a quota, then one for each side that no quota counts, then all. */
function sidesTable(view: SessionView, speech: Speech): Piece {
  const { t, number } = speech;
  const counted = new Set(view.fills.filter(({ quota }) => quota.field === 'side').map(({ quota }) => quota.value));
  const came = view.totals.people;
  const rows: ReportCell[][] = [
    ...view.fills.map(({ quota, target, registered, present }) => [
      quotaLabel(view, speech, quota),
      number(target),
      number(registered),
      number(present),
    ]),
    ...view.bySide
      .filter(({ side, registered }) => !counted.has(side) && registered > 0)
      .map(({ side, registered, present }) => [
        sideName(speech, view.bundle, side) || t('documents.sideNotSaid'),
        '',
        number(registered),
        number(present),
      ]),
    [t('documents.register.totals'), '', number(view.totals.registered), number(came)],
  ];
  return {
    piece: 'table',
    columns: [
      { label: t('documents.report.side'), share: 52 },
      { label: t('documents.report.wanted'), share: 16, numeric: true },
      { label: t('documents.report.registered'), share: 16, numeric: true },
      { label: t('documents.report.present'), share: 16, numeric: true },
    ],
    rows,
    total: true,
  };
}

function figuresTable(view: SessionView, speech: Speech): Piece {
  const { t, number } = speech;
  const { totals } = view;
  return {
    piece: 'table',
    columns: [
      { label: t('documents.report.figure'), share: 24 },
      { label: t('documents.columns.count'), share: 14, numeric: true },
      { label: t('documents.columns.howCounted'), share: 62 },
    ],
    rows: [
      [t('documents.register.people'), number(totals.people), t('documents.register.peopleRule')],
      [t('documents.register.personDays'), number(totals.personDays), t('documents.register.personDaysRule')],
      [t('documents.register.completers'), number(totals.completers), completersRule(view, speech)],
    ],
  };
}

/** By sex; "other" and "not said" are one figure, so that a small number names nobody. */
function sexesOf({ participants }: SessionView, { t }: Speech): Piece[] {
  const came = participants.filter(({ present }) => present.size > 0);
  if (came.length === 0) return [];
  const female = came.filter(({ person }) => person?.sex === 'female').length;
  const male = came.filter(({ person }) => person?.sex === 'male').length;
  const rest = came.length - female - male;
  if (rest === came.length) return [{ piece: 'text', tone: 'quiet', text: t('documents.report.sexesNotNoted') }];
  const list = [
    t('documents.report.sexCount.female', { count: female }),
    t('documents.report.sexCount.male', { count: male }),
    ...(rest > 0 ? [t('documents.report.sexCount.otherOrNotSaid', { count: rest })] : []),
  ].join(', ');
  return [{ piece: 'text', text: t('documents.report.sexes', { list }) }];
}

function organisationsTable(view: SessionView, speech: Speech): Piece {
  const { t, number } = speech;
  const organisation = ({ person }: Participant) => person?.organisation;
  const present = new Map(
    tally(
      view.participants.filter(({ present: halfDays }) => halfDays.size > 0),
      organisation,
      speech,
    ),
  );
  return {
    piece: 'table',
    columns: [
      { label: t('documents.report.organisation'), share: 68 },
      { label: t('documents.report.registered'), share: 16, numeric: true },
      { label: t('documents.report.present'), share: 16, numeric: true },
    ],
    rows: tally(view.participants, organisation, speech).map(([name, count]) => [
      name,
      number(count),
      number(present.get(name) ?? 0),
    ]),
  };
}

/** Names, the bodies they represent, their side and how often they were there; no way to reach them. */
export function registerAnnex(view: SessionView, speech: Speech): Piece[] {
  const { t, number } = speech;
  const { participants } = view;
  const title = t('documents.report.annexRegister');
  if (participants.length === 0) {
    return [
      { piece: 'heading', level: 1, text: title },
      { piece: 'text', tone: 'answer', text: t('documents.report.nobodyYet') },
    ];
  }
  return [
    { piece: 'heading', level: 1, text: title, newPage: true },
    { piece: 'text', tone: 'quiet', text: t('documents.report.registerNote') },
    {
      piece: 'table',
      columns: [
        { label: t('documents.columns.number'), share: 8, numeric: true },
        { label: t('nouns.person.name'), share: 28 },
        { label: t('documents.report.organisation'), share: 34 },
        { label: t('documents.report.side'), share: 14 },
        { label: t('documents.columns.halfDays'), share: 16, numeric: true },
      ],
      rows: participants.map(({ name, person, side, present }, at) => [
        number(at + 1),
        name,
        person?.organisation ?? '',
        sideName(speech, view.bundle, side),
        number(present.size),
      ]),
    },
  ];
}
