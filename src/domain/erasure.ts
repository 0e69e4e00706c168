/** What an erasure takes of a record: all of it, or all but what says where it stands and what counts it. */
import { authorship } from '#domain/noun.ts';
import { nounOf } from '#domain/registry.ts';

/** Of every record of which anything stays: when it was written, deleted and erased, and who erased it. */
const alwaysKept = ['createdAt', 'deletedAt', 'erasedAt', 'erasedBy'];

/**
 * The fields that are erased of a record of this noun that has `present`: all but those that stay, declared ones that
 * it does not have included, so that a late one is erased before it comes. Undefined: the record goes as a whole.
 */
export function fieldsErased(noun: string, present: readonly string[]): readonly string[] | undefined {
  const declared = nounOf(noun);
  if (!declared?.keptWhenErased) return undefined;
  const kept = new Set([...alwaysKept, ...declared.keptWhenErased]);
  const all = new Set([...Object.keys(declared.fields), ...Object.keys(authorship), ...present]);
  return [...all].filter((field) => !kept.has(field)).sort();
}
