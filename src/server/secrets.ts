/** What is drawn at random and what is kept of it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { codeAlphabet } from '#replication/membership.ts';

/** Fills the bytes it is given, as crypto.getRandomValues does. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/** 256 random bits in base64url: a device's token. */
export const drawToken = (random: Random): string => base64url(random(new Uint8Array(32)));

/** 96 random bits in base64url: the name of a journal or of a device that brought none. */
export const drawName = (random: Random): string => base64url(random(new Uint8Array(12)));

/** Five random bits a character, of an alphabet that can be read aloud. */
export const drawCode = (random: Random, length: number): string =>
  Array.from(random(new Uint8Array(length)), (byte) => codeAlphabet[byte & 31]).join('');

/** SHA-256 in base64url: the form in which tokens and codes are kept and looked up. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Whether two hashes are equal, in the same time wherever they differ. */
export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');
