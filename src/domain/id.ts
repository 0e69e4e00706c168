/**
 * Ids are made on the device and are branded with the noun they name, so that a group's id cannot be
 * passed for a session's. A fact that is unique by nature has an id made from its parts.
 */
import * as v from 'valibot';

declare const noun: unique symbol;
export type Id<N extends string = string> = string & { readonly [noun]: N };

/** 16 characters of 64: 96 random bits. `random` fills the bytes it is given (crypto.getRandomValues). */
export function newId<N extends string>(_noun: N, random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): Id<N> {
  let id = '';
  for (const byte of random(new Uint8Array(16))) id += alphabet[byte & 63];
  return id as Id<N>;
}

/** The one id of a fact made of these parts, e.g. attendance of a person in a session, day and part. */
export const idFromParts = <N extends string>(_noun: N, ...parts: readonly (string | number)[]): Id<N> =>
  parts.join('.') as Id<N>;

/** Characters that ids are made of; at most 120 of them. Used at every edge (wire, files, addresses). */
export const idPattern = /^[A-Za-z0-9_.~:-]{1,120}$/;
export const idSchema = v.pipe(v.string(), v.regex(idPattern));
export const idOf = <N extends string>(_noun: N) =>
  v.pipe(
    idSchema,
    v.transform((id) => id as Id<N>),
  );

/** The id in an address or a form, or undefined where it cannot be one. */
export const parseId = <N extends string>(_noun: N, text: string | undefined): Id<N> | undefined =>
  text !== undefined && idPattern.test(text) ? (text as Id<N>) : undefined;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
