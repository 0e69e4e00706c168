/** The cells of a record's fields: their labels and types come from the registry of nouns. */
import * as v from 'valibot';
import { date, type Field, instant } from '#domain/noun.ts';
import { type NounName, nouns } from '#domain/registry.ts';
import type { BundleRecord } from '#domain/session-bundle.ts';
import type { Speech } from './language.ts';
import { type CellValue, type Column, type ColumnType, lines } from './table.ts';

/** Which list of `words` names the values of a field that is chosen from a closed list. */
const wordLists = {
  capture: { kind: 'kind', category: 'category', side: 'side', status: 'actionStatus' },
  person: { side: 'side', sex: 'sex', ageBand: 'ageBand' },
  block: { category: 'blockCategory' },
  registration: { side: 'side', source: 'registrationSource', status: 'registrationStatus' },
} as const;

/** Characters that a column shows in one line; others get the usual width. */
const widths: Readonly<Record<string, number>> = {
  text: 60,
  done: 40,
  result: 40,
  worked: 40,
  firstStep: 26,
  parties: 22,
  owner: 22,
  organisation: 32,
  email: 28,
  side: 13,
  dueOn: 13,
  status: 13,
  sex: 11,
  ageBand: 11,
  severity: 11,
  starred: 9,
};

/** The fields that a person knows a record by. */
const keys: Readonly<Partial<Record<NounName, readonly string[]>>> = {
  capture: ['kind', 'text', 'side', 'owner', 'dueOn'],
  person: ['givenName', 'familyName', 'organisation', 'side'],
};

/** The column of a field, labelled in the chosen language. */
export function fieldColumn({ t }: Speech, noun: NounName, field: string): Column {
  return {
    label: t(`nouns.${noun}.${field}` as 'nouns.capture.text'),
    type: typeOf(noun, field),
    width: widths[field] ?? 16,
    ...(keys[noun]?.includes(field) === true && { key: true }),
  };
}

/** The value of a field as a cell. A text that two people wrote at once holds both, each labelled. */
export function fieldCell<N extends NounName>(
  speech: Speech,
  noun: N,
  record: BundleRecord<N>,
  field: string,
): CellValue {
  const value: unknown = (record as Readonly<Record<string, unknown>>)[field];
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? speech.t('words.yesNo.yes') : null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return JSON.stringify(value);
  return lines([wordOf(speech, noun, field, value), ...alsoWritten(speech, record, field)]);
}

/** The other values of a text, each with the words "also written as". */
export const alsoWritten = ({ t }: Speech, record: BundleRecord<NounName>, field: string): string[] =>
  (record.others?.[field] ?? []).map((text) => t('documents.also', { text }));

/** The label of a value from a closed list; a value that only a newer version knows is shown as it is. */
export function wordOf({ t }: Pick<Speech, 't'>, noun: NounName, field: string, value: string): string {
  const list = (wordLists as Readonly<Record<string, Readonly<Record<string, string>>>>)[noun]?.[field];
  const key = `words.${list}.${value}` as 'words.side.ngo';
  return list !== undefined && t.has(key) ? t(key) : value;
}

function typeOf(noun: NounName, field: string): ColumnType {
  const schema = (nouns[noun].fields as Readonly<Record<string, Field>>)[field]?.schema as v.GenericSchema | undefined;
  if (schema === date) return 'date';
  if (schema === instant) return 'date-time';
  return schema !== undefined && isNumber(schema) ? 'number' : 'text';
}

const isNumber = (schema: v.GenericSchema): boolean => v.is(schema, 1) && !v.is(schema, 'a') && !v.is(schema, true);
