/** Puts an example on the tablet, takes it off, and brings it back. Examples are never sent by themselves. */
import { err, ok, type Result } from '#domain/result.ts';
import { commit, db, thisDevice } from '#storage/this-device.ts';
import type { CommitFailure } from '#storage/commit.ts';
import { failureOf, type StorageFailure } from '#storage/failure.ts';
import { importRecords } from '#storage/import.ts';
import { scopesOfProgramme } from '#storage/queries/sessions.ts';
import { dropExample } from '#storage/scopes.ts';
import { bundledExample } from './bundled.ts';
import { changesOf, exampleProgrammeId } from './example.ts';
import type { ExampleName } from './example-names.ts';

export type ExampleFailure =
  | CommitFailure
  /** The chunk of the example is not on this tablet, and the server is away. */
  | { readonly type: 'example/not-here' };

/** Whether an example is on this tablet. */
export const hasExample = async (name: ExampleName): Promise<boolean> =>
  (await db.nouns().programme.get(exampleProgrammeId(name))) !== undefined;

/** Loads all of an example or nothing. One that is on the tablet already stays as it is. */
export async function loadExample(name: ExampleName): Promise<Result<unknown, ExampleFailure>> {
  if (await hasExample(name)) return ok(undefined);
  const example = await bundledExample(name).catch(() => undefined);
  return example ? commit(changesOf(example), { example: true }) : err({ type: 'example/not-here' });
}

/** Brings back what was removed, as it was. */
export type Restore = () => Promise<Result<unknown, StorageFailure>>;

/** Takes an example off the tablet, with all that was added to it, and answers the way to have it back. */
export async function removeExample(name: ExampleName): Promise<Result<Restore, StorageFailure>> {
  return storing(async () => {
    const replica = await thisDevice();
    const scopes = await scopesOfProgramme(exampleProgrammeId(name));
    const dropped = await dropExample(replica, scopes);
    const restore: Restore = () => storing(() => importRecords(replica, dropped, { examples: new Set(scopes) }));
    return restore;
  });
}

async function storing<T>(work: () => Promise<T>): Promise<Result<T, StorageFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    return err(failureOf(error));
  }
}
