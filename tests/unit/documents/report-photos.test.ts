import { expect, it } from 'vitest';
import type { BundlePhoto, SessionBundle } from '#domain/session-bundle.ts';
import { maxReportPhotos } from '#documents/report-photos.ts';
import { make } from '#tests/support/documents.ts';
import { chapterOf, documentOf, picturesOf } from '#tests/support/office-files.ts';
import { partnershipDay } from './partnership-day.ts';

/** As much of a picture as says how large it is. */
const png = (width: number, height: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};
const jpeg = (width: number, height: number): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(64);
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);
  bytes.set([0xff, 0xc2, 0, 17, 8, height >> 8, height & 0xff, width >> 8, width & 0xff], 20);
  return bytes;
};

const lineOf = (day: SessionBundle, text: string) => {
  const found = day.captures.find((capture) => capture.text?.startsWith(text));
  if (!found) throw new Error(`no line "${text}"`);
  return found.id;
};
const photo = (sha256: string, captureId: string, more: object = {}): BundlePhoto =>
  ({ id: `photo ${sha256}`, sha256, captureId, here: true, ...more }) as unknown as BundlePhoto;

async function reported(photos: (day: SessionBundle) => readonly BundlePhoto[], files: ReadonlyMap<string, Blob>) {
  const day = partnershipDay();
  const asked: string[] = [];
  const { bytes } = await make(
    { kind: 'report' },
    { ...day, photos: photos(day) },
    'en',
    'Indian/Mahe',
    async (name) => {
      asked.push(name);
      return files.get(name);
    },
  );
  return { document: documentOf(bytes), pictures: picturesOf(bytes), asked };
}
const blob = (bytes: Uint8Array<ArrayBuffer>, type: string) => new Blob([bytes], { type });

it('photos stand in the order of the lines, each over its line, its caption and its place', async () => {
  const { document, pictures, asked } = await reported(
    (day) => [
      photo('late', lineOf(day, 'A working group')),
      photo('early', lineOf(day, 'No rule on who'), { caption: 'The second table’s wall' }),
    ],
    new Map([
      ['early', blob(png(1200, 900), 'image/png')],
      ['late', blob(jpeg(300, 200), 'image/jpeg')],
    ]),
  );
  expect(chapterOf(document, 'Photos')).toEqual([
    '',
    'D2-01\tNo rule on who is consulted, or when (Government, Policy)',
    'The second table’s wall',
    'Barriers: group work · Policy',
    '',
    expect.stringMatching(/^F-\d\d\tA working group meets every quarter \(Government\)$/),
    'Joint projects, MoUs, joint funding',
  ]);
  expect(asked).toEqual(['early', 'late']);
  expect(pictures.map(({ bytes }) => bytes)).toEqual([png(1200, 900), jpeg(300, 200)]);
  expect(pictures[0]?.description).toBe(
    'D2-01 · No rule on who is consulted, or when · The second table’s wall · Barriers: group work · Policy',
  );
});

it('photos fit between the margins, two on a page, with the shape that they have', async () => {
  const { pictures } = await reported(
    (day) => ['wide', 'tall', 'small'].map((name) => photo(name, lineOf(day, 'No rule'))),
    new Map([
      ['wide', blob(png(1200, 300), 'image/png')],
      ['tall', blob(jpeg(900, 1200), 'image/jpeg')],
      ['small', blob(png(96, 48), 'image/png')],
    ]),
  );
  const [textWidth, half] = [(11_906 - 2 * 1247) / 20, 301];
  for (const { width, height } of pictures) expect([width <= textWidth, height <= half]).toEqual([true, true]);
  expect(pictures.map(({ width, height }) => Math.round((width / height) * 100) / 100)).toEqual([3.99, 0.75, 2]);
  expect(pictures[2]).toMatchObject({ width: 72, height: 36 });
});

it('photos that are not on the tablet are counted, and nobody asks for them', async () => {
  const { document, asked } = await reported(
    (day) => [
      photo('away', lineOf(day, 'No rule'), { here: false }),
      photo('gone', lineOf(day, 'No rule'), { here: false }),
    ],
    new Map(),
  );
  expect(chapterOf(document, 'Photos')).toEqual(['2 photos are not on this tablet.']);
  expect(asked).toEqual([]);
});

it('a photo that cannot be read says so over its line', async () => {
  const { document, pictures } = await reported((day) => [photo('odd', lineOf(day, 'No rule'))], new Map());
  expect(chapterOf(document, 'Photos').slice(0, 2)).toEqual([
    'This photo could not be read.',
    'D2-01\tNo rule on who is consulted, or when (Government, Policy)',
  ]);
  expect(pictures).toEqual([]);
});

it('a report holds a bounded number of photos and says how many more there are', async () => {
  const names = Array.from({ length: maxReportPhotos + 3 }, (_, at) => `photo-${at}`);
  const picture = blob(png(40, 30), 'image/png');
  const { document, asked } = await reported(
    (day) => names.map((name) => photo(name, lineOf(day, 'No rule'))),
    new Map(names.map((name) => [name, picture])),
  );
  expect(asked).toHaveLength(maxReportPhotos);
  expect(chapterOf(document, 'Photos')[0]).toBe('This report holds the first 200 photos. 3 more are on this tablet.');
});

it('a session without photos has no such chapter, nor have photos of lines that are gone', async () => {
  for (const photos of [[], [photo('lost', 'no such line')]]) {
    const { document } = await reported(() => photos, new Map());
    expect(document.paragraphs.map(({ text }) => text)).not.toContain('Photos');
  }
});
