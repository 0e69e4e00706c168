/**
 * What a noun is: the one declaration from which the tables, the validation at both ends, the merge rules,
 * the export columns and the backup format derive.
 *
 * Every field may be absent: a draft is normal. `null` says that a value was taken away again.
 */
import * as v from 'valibot';

/** The unit of sync and permission that a record lives in. */
export type ScopeKind = 'programme' | 'register' | 'session';

/** `last`: the later write wins. `text`: what people type; concurrent values are both kept and shown. */
export type FieldMerge = 'last' | 'text';

export interface Field<T = unknown> {
  readonly merge: FieldMerge;
  readonly schema: v.GenericSchema<unknown, T>;
}

export interface Noun<N extends string = string, F extends Fields = Fields> {
  readonly noun: N;
  readonly scope: ScopeKind;
  readonly fields: F;
  /** Fields of `fields` (or `[a+b]` of several) that queries look records up by, beside id and scope. */
  readonly indexes: readonly string[];
  /** The field a person recognises the record by, in lists of what needs a look and in history. */
  readonly title: string;
  /**
   * Where a shown record of this noun stands among the others of its scope, coarsest first and its order last:
   * lists and counts of a shelf are read from an index, however many records there are.
   */
  readonly shelf?: (values: Readonly<Record<string, unknown>>) => readonly string[];
  /** What stays when a person erases such a record: where it stands and what counts it. Absent: it is erased as a whole. */
  readonly keptWhenErased?: readonly string[];
  /** Unique by nature: withdrawal is a value, such records are never deleted. */
  readonly unique?: boolean;
  /** Written without author, device or a time finer than the day. */
  readonly anonymous?: boolean;
  /** The fields written to spreadsheets, in order. Labels are `nouns.<noun>.<field>` of the catalogues. */
  readonly columns: readonly string[];
}

export type Fields = Readonly<Record<string, Field>>;
type ValueOf<F extends Field> = v.InferOutput<F['schema']>;
export type ValuesOf<D extends Noun> = { readonly [K in keyof D['fields']]?: ValueOf<D['fields'][K]> | null };
export type TextFieldOf<D extends Noun> = {
  [K in keyof D['fields']]: D['fields'][K]['merge'] extends 'text' ? K : never;
}[keyof D['fields']] &
  string;

/** A last-writer field. */
export const last = <S extends v.GenericSchema>(schema: S) =>
  ({ merge: 'last', schema }) as { readonly merge: 'last'; readonly schema: S };
/** A text field, at most `maxLength` UTF-16 units. */
export const text = (maxLength = 20_000) =>
  ({ merge: 'text', schema: v.pipe(v.string(), v.maxLength(maxLength)) }) as const;

export const defineNoun = <const N extends string, F extends Fields>(
  noun: Noun<N, F> & { readonly title: keyof F; readonly columns: readonly (keyof F)[] },
): Noun<N, F> => noun;

// The schemas most fields are made of.
export const line = v.pipe(v.string(), v.maxLength(500));
export const flag = v.boolean();
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));
/** Milliseconds since 1970, UTC. */
export const instant = v.pipe(v.number(), v.integer());
/** A calendar day, `2026-11-22`, of the place where the session is held. */
export const date = v.pipe(v.string(), v.isoDate());
/** A time of day, `09:30`, of the place where the session is held. */
export const clock = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
export const durationMin = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(24 * 60));
/** A fractional index (rocicorp/fractional-indexing): sorts as plain text; ties are broken by id. */
export const order = v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,200}$/));
export const oneOf = <const T extends readonly string[]>(options: T) => v.picklist(options);

/** Present on every record, written by `commit` alone; absent on anonymous ones. */
export const authorship = {
  createdAt: last(instant),
  createdBy: last(line),
  createdDevice: last(line),
  updatedAt: last(instant),
  updatedBy: last(line),
  updatedDevice: last(line),
  deletedAt: last(instant),
  /** Digest of the cells that the person who deleted the record had seen. */
  deletedDigest: last(line),
  /** When a person ordered that it be erased, and who. */
  erasedAt: last(instant),
  erasedBy: last(line),
} as const;
