/** The change that makes a record out of plain values. */
import type { Id } from '#domain/id.ts';
import { type NounName, nouns, type Values } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import { type Change, change, fresh, type Writing } from '#storage/change.ts';

/** A new record: texts are first writings, the other fields are set. What is absent, null or an empty text stays absent. */
export function newRecord<N extends NounName>(noun: N, id: Id<N>, scope: Scope, values: Values<N>): Change {
  const fields = nouns[noun].fields as Readonly<Record<string, { readonly merge: string }>>;
  const set: Record<string, unknown> = {};
  const write: Record<string, Writing> = {};
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === '') continue;
    if (fields[field]?.merge === 'text') write[field] = fresh(String(value));
    else set[field] = value;
  }
  return change(noun, { id, scope }, { set, write } as Parameters<typeof change<N>>[2]);
}
