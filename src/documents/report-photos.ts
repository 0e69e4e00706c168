/** The photos of a session, in the order in which its lines are told, each under what it was taken for. */
import type { BundlePhoto } from '#domain/session-bundle.ts';
import { alsoWritten } from './field-cells.ts';
import type { Speech } from './language.ts';
import { reportLine } from './report-lines.ts';
import type { Piece } from './report-model.ts';
import type { SessionView } from './session-view.ts';

/** Photos in one report. With each at most 1200 pixels wide, a file of some 40 MB. */
export const maxReportPhotos = 200;

export function photosChapter(view: SessionView, speech: Speech): Piece[] {
  const { t } = speech;
  const taken = inOrder(view);
  if (taken.length === 0) return [];
  const here = taken.filter(({ here: isHere }) => isHere);
  const away = taken.length - here.length;
  const beyond = here.length - maxReportPhotos;
  const note = (text: string): Piece => ({ piece: 'text', tone: 'quiet', text });
  return [
    { piece: 'heading', level: 1, text: t('documents.report.photos'), newPage: here.length > 0 },
    ...(away > 0 ? [note(t('documents.report.photosAway', { count: away }))] : []),
    ...(beyond > 0 ? [note(t('documents.report.photosBeyond', { count: beyond, held: maxReportPhotos }))] : []),
    ...here.slice(0, maxReportPhotos).map((photo) => pieceOf(view, speech, photo)),
  ];
}

/** Photos of lines that are not told, deleted ones say, are left out with them. */
function inOrder({ bundle, captures }: SessionView): BundlePhoto[] {
  const byLine = Map.groupBy(bundle.photos, ({ captureId }) => captureId ?? '');
  return captures.flatMap(({ id }) => byLine.get(id) ?? []);
}

function pieceOf(view: SessionView, speech: Speech, photo: BundlePhoto): Piece {
  const capture = view.captures.find(({ id }) => id === photo.captureId);
  const { chapter, part } = view.placeOf.get(photo.captureId ?? '') ?? {};
  const places = [chapter?.title, part?.group && part.title].filter((place) => place !== undefined);
  const line = capture && reportLine(view, speech, capture);
  return {
    piece: 'photo',
    sha256: photo.sha256 ?? '',
    line: {
      ref: line?.ref ?? '',
      text: line?.text ?? '',
      mark: line?.mark ?? '',
      more: [
        ...(photo.caption ? [photo.caption, ...alsoWritten(speech, photo, 'caption')] : []),
        ...(places.length > 0 ? [places.join(' · ')] : []),
      ],
    },
    unread: speech.t('documents.report.photoUnread'),
  };
}
