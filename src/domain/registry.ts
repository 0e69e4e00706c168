/**
 * The one registry of nouns. To add a noun is to add one file in nouns/ and a line here: tables, validation,
 * merge, exports and the backup derive from it.
 */
import type { Id } from '#domain/id.ts';
import type { Noun, TextFieldOf, ValuesOf } from '#domain/noun.ts';
import { attendance } from '#domain/nouns/attendance.ts';
import { ballot } from '#domain/nouns/ballot.ts';
import { block } from '#domain/nouns/block.ts';
import { capture } from '#domain/nouns/capture.ts';
import { group } from '#domain/nouns/group.ts';
import { output } from '#domain/nouns/output.ts';
import { person } from '#domain/nouns/person.ts';
import { photo } from '#domain/nouns/photo.ts';
import { programme } from '#domain/nouns/programme.ts';
import { programmeOutput } from '#domain/nouns/programme-output.ts';
import { quota } from '#domain/nouns/quota.ts';
import { register } from '#domain/nouns/register.ts';
import { registration } from '#domain/nouns/registration.ts';
import { session } from '#domain/nouns/session.ts';
import { theme } from '#domain/nouns/theme.ts';
import { vote } from '#domain/nouns/vote.ts';

export const nouns = {
  programme,
  programmeOutput,
  register,
  person,
  session,
  output,
  quota,
  block,
  group,
  capture,
  theme,
  photo,
  registration,
  attendance,
  vote,
  ballot,
} as const;

export type Nouns = typeof nouns;
export type NounName = keyof Nouns;
export const nounNames = Object.keys(nouns) as readonly NounName[];

/** The values of a record of a noun, as a screen or an export reads them. */
export type Values<N extends NounName> = ValuesOf<Nouns[N]>;
export type TextField<N extends NounName> = TextFieldOf<Nouns[N]>;
export type NounId<N extends NounName> = Id<N>;

export const isNounName = (name: string): name is NounName => Object.hasOwn(nouns, name);
/** The declaration of a noun, or undefined for one that a newer version knows. */
export const nounOf = (name: string): Noun | undefined => (isNounName(name) ? (nouns[name] as Noun) : undefined);
