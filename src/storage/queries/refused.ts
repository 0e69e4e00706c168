/** What the server refused, as a person can recognise and read it. */
import { isNounName, nounOf } from '#domain/registry.ts';
import type { Json } from '#domain/json.ts';
import type { QuarantineRow } from '#storage/database.ts';
import { db } from '#storage/this-device.ts';

export interface RefusedItem {
  readonly row: QuarantineRow & { readonly seq: number };
  /** What the record is recognised by; empty where it has no title. */
  readonly title: string;
  /** The refused values, by field. */
  readonly values: readonly (readonly [field: string, value: Json])[];
}

/** The latest first. */
export async function refusedItems(): Promise<RefusedItem[]> {
  const rows = await db.quarantine.orderBy('seq').reverse().toArray();
  return Promise.all(rows.map(itemOf));
}

async function itemOf(row: QuarantineRow): Promise<RefusedItem> {
  const now = isNounName(row.noun) ? await db.nouns()[row.noun].get(row.id) : undefined;
  const values = { ...row.delta.v, ...now?.v };
  const own = new Set(Object.keys(nounOf(row.noun)?.fields ?? row.delta.v));
  return {
    row: { ...row, seq: row.seq ?? -1 },
    title: (await personOf(values)) ?? textOf(values[nounOf(row.noun)?.title ?? '']),
    // Who wrote it and when says nothing about why it was refused.
    values: Object.entries(row.delta.v).filter(([field]) => own.has(field) && !field.endsWith('Id')),
  };
}

/** Attendance and registrations are recognised by whose they are. */
async function personOf(values: Readonly<Record<string, Json>>): Promise<string | undefined> {
  const id = values['personId'];
  const person = typeof id === 'string' ? await db.nouns().person.get(id) : undefined;
  const name = [person?.v.givenName, person?.v.familyName]
    .map(textOf)
    .filter((part) => part !== '')
    .join(' ');
  return name === '' ? undefined : name;
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
