/** How much of what is in an example a person wrote or changed since it was put on the tablet. */
import { readRecords } from '#storage/import.ts';
import { scopesOfProgramme } from '#storage/queries/sessions.ts';
import { readDrafts } from '#storage/read-drafts.ts';
import { db } from '#storage/this-device.ts';
import { bundledExample } from './bundled.ts';
import { changesOf, exampleProgrammeId } from './example.ts';
import type { ExampleName } from './example-names.ts';

export interface Written {
  /** Lines added or changed, the one still being typed included. */
  readonly lines: number;
  /** Other records. */
  readonly others: number;
}

export const isWritten = ({ lines, others }: Written): boolean => lines + others > 0;

/** Where the example's own data is out of reach, what was added cannot be told from it: what was changed is counted. */
export async function writtenIn(name: ExampleName): Promise<Written> {
  const scopes = new Set<string>(await scopesOfProgramme(exampleProgrammeId(name)));
  const [records, drafts, bundled] = await Promise.all([readRecords(db, scopes), readDrafts(), bundledIds(name)]);
  const written = records.filter(
    ({ id, v }) => (v.updatedAt ?? null) !== null || (bundled?.has(id) === false && (v.deletedAt ?? null) === null),
  );
  const lines = written.filter(({ noun }) => noun === 'capture').length;
  const typed = drafts.filter(({ about, text }) => text.trim() !== '' && scopes.has(about.scope ?? '')).length;
  return { lines: lines + typed, others: written.length - lines };
}

const bundledIds = (name: ExampleName): Promise<ReadonlySet<string> | undefined> =>
  bundledExample(name).then(
    (example) => new Set<string>(changesOf(example).map(({ id }) => id)),
    () => undefined,
  );
