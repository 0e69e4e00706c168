/** Edits that a crash left in the middle: the screen opens what they were typed in, with their text. */
import type { Id } from '#domain/id.ts';
import type { NounName } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import type { DraftRow } from '#storage/database.ts';
import { isLeft } from '#storage/live-pages.ts';
import { readDrafts } from '#storage/read-drafts.ts';

/** The ids of records of a noun in a scope that have one, of the fields that `isMeant` says; the latest first. */
export async function openEdits<N extends NounName>(
  noun: N,
  scope: Scope,
  isMeant: (field: string) => boolean = () => true,
): Promise<readonly Id<N>[]> {
  const drafts: DraftRow[] = [];
  for (const draft of await readDrafts(`${noun}:`)) {
    const { about } = draft;
    const isHere = about.noun === noun && about.scope === scope && isMeant(about.field ?? '');
    if (isHere && (await isLeft(draft))) drafts.push(draft);
  }
  const ids = drafts.sort((a, b) => b.at - a.at).flatMap(({ about }) => about.id ?? []);
  return [...new Set(ids)] as Id<N>[];
}
