/** The day in a few lines, for a message: what, when, who came, what was decided, who does what. No names but of owners. */
import { kinds } from '#domain/nouns/vocabulary.ts';
import type { BundleCapture } from '#domain/session-bundle.ts';
import { sessionTitle, type Speech } from './language.ts';
import { kindOf, shownText } from './report-lines.ts';
import { datesOf, venueOf } from './session-facts.ts';
import type { SessionView } from './session-view.ts';
import { printable } from './table.ts';

/** Lists in a message stop here; the report has the rest. */
const mostLines = 10;

export function summaryText(view: SessionView, speech: Speech): string {
  const { t, number } = speech;
  const { bundle, totals, captures } = view;
  const of = (kind: string) => captures.filter((capture) => kindOf(capture) === kind);
  const counts = kinds.flatMap((kind) => {
    const count = of(kind).length;
    return count > 0 ? [t('documents.summary.kindCount', { label: t(`words.kinds.${kind}`), count })] : [];
  });
  const listed = (
    title: string,
    found: readonly BundleCapture[],
    none: boolean,
    line: (capture: BundleCapture) => string,
  ) => [
    '',
    `*${title}*`,
    ...(found.length > 0
      ? found.slice(0, mostLines).map((capture) => `• ${line(capture)}`)
      : [t(none ? 'documents.none' : 'documents.nothingRecorded')]),
    ...(found.length > mostLines ? [t('documents.summary.more', { count: found.length - mostLines })] : []),
  ];
  const words = (capture: BundleCapture) =>
    [shownText(speech, capture), ...(capture.others?.text ?? [])].map(oneLine).join(' / ');
  return printable(
    [
      `*${oneLine(sessionTitle(speech, bundle))}*`,
      t('documents.labelled', { label: t('documents.about.dates'), value: datesOf(speech, bundle) }),
      t('documents.labelled', { label: t('documents.about.venue'), value: venueOf(speech, bundle) }),
      '',
      t('documents.summary.people', { people: totals.people, days: totals.personDays, completers: totals.completers }),
      t('documents.labelled', { label: t('documents.register.registered'), value: number(totals.registered) }),
      counts.length > 0 ? counts.join(' · ') : t('documents.summary.lines', { count: 0 }),
      ...listed(t('documents.summary.decisions'), of('decision'), bundle.session.noDecisions === true, words),
      ...listed(
        t('documents.summary.actions'),
        of('action'),
        bundle.session.noActions === true,
        (capture) =>
          `${words(capture)} (${[
            capture.owner || t('documents.summary.noOwner'),
            capture.dueOn
              ? t('documents.summary.by', { date: speech.day(capture.dueOn) })
              : t('documents.summary.noDate'),
          ].join(', ')})`,
      ),
    ].join('\n'),
  );
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
