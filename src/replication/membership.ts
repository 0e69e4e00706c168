/**
 * The wire of membership: how a device joins a server and invites others. See docs/protocol.md.
 *
 * A join code is 8 characters, read aloud and typed as `ABCD-EFGH`; a set-up code is 32 of the same alphabet.
 * Both are upper case on the wire; `readJoinCode` takes what a person typed or pasted.
 */
import * as v from 'valibot';
import { idSchema } from '#domain/id.ts';
import { type Scope, scopeSchema } from '#domain/scope.ts';

/** What a device may do, least first; the table is permissions.ts. */
export const deviceRoles = ['viewer', 'facilitator', 'trainer', 'coordinator'] as const;
export type DeviceRole = (typeof deviceRoles)[number];

/** By what a device holds a scope, least first: the role of the invitation, or that it gave the scope its first record. */
export const grantRoles = ['viewer', 'facilitator', 'trainer', 'founder'] as const;
export type GrantRole = (typeof grantRoles)[number];

export const greaterRole = (a: DeviceRole, b: DeviceRole): DeviceRole =>
  deviceRoles.indexOf(a) < deviceRoles.indexOf(b) ? b : a;

/** Why a code did not let a device in, in the body of a 403. */
export const joinRefusals = ['code-unknown', 'code-expired', 'code-used'] as const;
export type JoinRefusal = (typeof joinRefusals)[number];

/** Why an invitation was not made, in the body of a 403. */
export const inviteRefusals = ['role-too-low', 'scope-not-held'] as const;
export type InviteRefusal = (typeof inviteRefusals)[number];

/** Longest life of an invitation, in hours: a week. */
export const maxInviteHours = 168;
/** Longest stay that an invitation or an extension can name, in days. */
export const maxAccessDays = 3650;
/** How many devices one invitation lets in. */
export const maxInviteUses = 50;

export const joinRequestSchema = v.object({
  code: v.pipe(v.string(), v.maxLength(200)),
  /** What its holder calls the device; may be empty. */
  deviceName: v.pipe(v.string(), v.trim(), v.maxLength(100)),
  /** The id the device made for itself: taken over where no other device has it. */
  deviceId: v.optional(idSchema),
});
export type JoinRequest = v.InferOutput<typeof joinRequestSchema>;

export const joinAnswerSchema = v.object({
  /** Sent with every later request as `Authorization: Bearer ...`. */
  token: v.pipe(v.string(), v.minLength(1)),
  /** The id the server knows the device by. */
  device: idSchema,
  role: v.picklist(deviceRoles),
  epoch: v.string(),
  /** What the server calls itself. */
  server: v.string(),
  /** When the token ends unless it is renewed before, milliseconds since 1970 by the server's clock. */
  expiresAt: v.optional(v.number()),
  /** Names of tablets whose people can let this device in again, should the server turn it away. */
  ask: v.optional(v.pipe(v.array(v.string()), v.readonly())),
});
export type JoinAnswer = v.InferOutput<typeof joinAnswerSchema>;

export const inviteRequestSchema = v.object({
  /** `all` is every scope, those that come later included. */
  scopes: v.union([v.literal('all'), v.pipe(v.array(scopeSchema), v.minLength(1), v.maxLength(1000))]),
  role: v.picklist(deviceRoles),
  /** How long the code works. */
  expiresInHours: v.pipe(v.number(), v.minValue(0.01), v.maxValue(maxInviteHours)),
  /** How long who joins by it may stay; absent: until somebody revokes it. */
  accessDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxAccessDays))),
});
export interface InviteRequest {
  readonly scopes: 'all' | readonly Scope[];
  readonly role: DeviceRole;
  readonly expiresInHours: number;
  readonly accessDays?: number | undefined;
}

export const inviteAnswerSchema = v.object({
  code: v.string(),
  /** Milliseconds since 1970, by the server's clock. */
  expiresAt: v.number(),
});
export type InviteAnswer = v.InferOutput<typeof inviteAnswerSchema>;

/** Without the digits and letters that look alike: no 0, O, 1 or I. */
export const codeAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
export const joinCodeLength = 8;
export const setupCodeLength = 32;

/** The code in what a person typed: lower case, spaces and dashes are accepted. Undefined where it is none. */
export function readJoinCode(typed: string): string | undefined {
  const code = typed.toUpperCase().replace(/[\s\p{Dash_Punctuation}]/gu, '');
  const known = [...code].every((letter) => codeAlphabet.includes(letter));
  return known && (code.length === joinCodeLength || code.length === setupCodeLength) ? code : undefined;
}

/** A code as people read it: in fours, with dashes. */
export const showJoinCode = (code: string): string => code.match(/.{1,4}/g)?.join('-') ?? code;
