/** The one validator of both ends: commit runs it before it writes, the server before it stores. */
import * as v from 'valibot';
import { nounOf } from '#domain/registry.ts';
import { authorship, type Field } from '#domain/noun.ts';
import { scopeKind, type Scope } from '#domain/scope.ts';
import type { RecordState } from '#replication/cell.ts';

export interface Invalid {
  readonly path: string;
  readonly message: string;
}

/** Largest record, in UTF-16 units of its values. */
export const maxRecordLength = 200_000;

/** What is wrong with a record or a delta of one, or undefined. Nouns and fields not known here pass. */
export function validateRecord(record: RecordState): Invalid | undefined {
  let length = 0;
  const noun = nounOf(record.noun);
  if (noun && noun.scope !== scopeKind(record.scope as Scope)) return { path: 'scope', message: `not a ${noun.scope}` };
  for (const [field, cell] of Object.entries(record.cells)) {
    if (cell.kind === 'erased') continue;
    const values = cell.kind === 'text' ? cell.values.map(({ value }) => value) : [cell.value];
    const declared = noun && fieldOf(noun.fields, field);
    if (declared && (declared.merge === 'text') !== (cell.kind === 'text'))
      return { path: field, message: 'of another kind' };
    for (const value of values) {
      length += JSON.stringify(value).length;
      if (!declared || value === null) continue;
      const parsed = v.safeParse(declared.schema, value);
      if (!parsed.success) return { path: field, message: parsed.issues[0].message };
    }
  }
  return length > maxRecordLength ? { path: '', message: `longer than ${maxRecordLength}` } : undefined;
}

export const fieldOf = (fields: Readonly<Record<string, Field>>, name: string): Field | undefined =>
  Object.hasOwn(fields, name)
    ? fields[name]
    : Object.hasOwn(authorship, name)
      ? (authorship as Readonly<Record<string, Field>>)[name]
      : undefined;
