/** Lines as the report prints them: reference, words, side, other versions, and what is known of a good practice. */
import { type Kind, kinds } from '#domain/nouns/vocabulary.ts';
import type { BundleCapture } from '#domain/session-bundle.ts';
import { alsoWritten, fieldCell, wordOf } from './field-cells.ts';
import { sideName, type Speech } from './language.ts';
import type { Piece, ReportLine } from './report-model.ts';
import type { SessionView } from './session-view.ts';

/** Kinds that have a chapter of their own at the end. */
export const listedLater: ReadonlySet<Kind> = new Set(['decision', 'issue', 'commitment', 'action', 'lesson']);

/** What a good practice and a commitment tell beside their text. */
const details = ['who', 'place', 'when', 'done', 'result', 'worked', 'firstStep'] as const;

/** What a line says, or that it was erased. */
export const shownText = ({ t }: Speech, { text, erased }: BundleCapture): string =>
  erased === true ? t('erasing.erased') : (text ?? '');

export const kindOf = (capture: BundleCapture): Kind => capture.kind ?? 'note';

export function reportLine(view: SessionView, speech: Speech, capture: BundleCapture): ReportLine {
  const { t } = speech;
  const quoted = capture.verbatim === true || capture.kind === 'quote';
  const marks = [
    sideName(speech, view.bundle, capture.side),
    capture.category ? wordOf(speech, 'capture', 'category', capture.category) : '',
    capture.verbatim === true ? t('documents.report.verbatim') : '',
  ];
  return {
    ref: view.placeOf.get(capture.id)?.ref ?? '',
    text:
      quoted && capture.erased !== true
        ? t('documents.quoted', { text: capture.text ?? '' })
        : shownText(speech, capture),
    mark: marks.filter((mark) => mark !== '').join(', '),
    more: [
      ...alsoWritten(speech, capture, 'text'),
      ...details.flatMap((field) => {
        const value = fieldCell(speech, 'capture', capture, field);
        return value === null
          ? []
          : [t('documents.labelled', { label: t(`nouns.capture.${field}`), value: String(value) })];
      }),
      ...(capture.deletedChangedSince === true ? [t('documents.deletedChangedSince')] : []),
    ],
  };
}

/** Lines under their kinds, in the order in which a facilitator meets the kinds. */
export function linesByKind(view: SessionView, speech: Speech, captures: readonly BundleCapture[]): Piece[] {
  return kinds.flatMap((kind): Piece[] => {
    const ofKind = captures.filter((capture) => kindOf(capture) === kind);
    if (ofKind.length === 0) return [];
    return [
      { piece: 'label', text: speech.t(`words.kinds.${kind}`) },
      { piece: 'lines', lines: ofKind.map((capture) => reportLine(view, speech, capture)) },
    ];
  });
}
