/** The lines that head a document: what, when, where, within what. "To be confirmed" where nobody has said. */
import type { SessionBundle } from '#domain/session-bundle.ts';
import { type DocumentLanguage, sessionTitle, type Speech } from './language.ts';
import { alsoWritten } from './field-cells.ts';
import { lines, type Table } from './table.ts';

/** The days of the session in words: one day, from the first to the last, or to be confirmed. */
export function datesOf({ t, day }: Speech, { session }: SessionBundle): string {
  const days = session.days ?? [];
  const dated = days.flatMap(({ date }) => (date ? [date] : []));
  const [first] = dated;
  const last = dated.at(-1);
  if (first === undefined || last === undefined) return t('documents.toBeConfirmed');
  if (dated.length < days.length) return days.map(({ date }) => day(date)).join(' · ');
  return first === last ? day(first) : t('documents.days', { from: day(first), to: day(last) });
}

export const venueOf = ({ t }: Speech, { session }: SessionBundle): string =>
  session.venue || t('documents.toBeConfirmed');

/** One sheet at the end of a workbook that says where its rows come from. */
export function aboutTable(
  bundle: SessionBundle,
  speech: Speech,
  about: {
    readonly madeAt: number;
    readonly language: DocumentLanguage;
    readonly more: readonly (readonly [string, string])[];
  },
): Table {
  const { t } = speech;
  const { programme } = bundle;
  const titles = [bundle.session.title, ...alsoWritten(speech, bundle.session, 'title')];
  return {
    name: t('documents.sheets.about'),
    columns: [
      { label: t('documents.columns.what'), type: 'text', width: 28 },
      { label: t('documents.columns.detail'), type: 'text', width: 80 },
    ],
    rows: [
      [t('documents.about.session'), lines(titles) ?? sessionTitle(speech, bundle)],
      ...(programme?.title ? [[t('documents.about.programme'), programme.title]] : []),
      ...(programme?.reference ? [[t('nouns.programme.reference'), programme.reference]] : []),
      [t('documents.about.dates'), datesOf(speech, bundle)],
      [t('documents.about.venue'), venueOf(speech, bundle)],
      [t('documents.about.made'), speech.moment(about.madeAt)],
      [t('documents.about.timeZone'), about.language.timeZone],
      ...about.more.map((row) => [...row]),
      ...(programme?.fundingStatement ? [[t('nouns.programme.fundingStatement'), programme.fundingStatement]] : []),
    ],
  };
}
