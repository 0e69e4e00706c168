/**
 * Files on the wire: named by their SHA-256, sent apart from the records that name them (docs/protocol.md). And the
 * port by which the sync engine reaches those of the device.
 */
import * as v from 'valibot';
import { type Scope, scopeSchema } from '#domain/scope.ts';
import type { Link } from '#replication/replica-store.ts';

/** Bytes of a file. A picture of 1600 pixels has a few hundred thousand. */
export const maxFileBytes = 10 * 1024 * 1024;
/** Bytes of one request of an upload: what a cut line costs at most. */
export const pieceBytes = 256 * 1024;
/** Files asked for in one question. */
export const maxHeldFiles = 500;

/** Pictures that every browser shows, and no script in any of them. */
export const fileTypes = ['image/webp', 'image/jpeg', 'image/png'] as const;

export const sha256Schema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** Which of these files does the server have, whole and verified, for whoever may read the scope? */
export const heldRequestSchema = v.object({
  files: v.pipe(v.array(v.object({ sha256: sha256Schema, scope: scopeSchema })), v.maxLength(maxHeldFiles)),
});
export interface HeldRequest {
  readonly files: readonly NamedFile[];
}
export interface NamedFile {
  readonly sha256: string;
  readonly scope: Scope;
}

/** `held`: the places in the request of the files that the server has. It is their receipt, in this epoch. */
export const heldAnswerSchema = v.object({
  epoch: v.string(),
  held: v.array(v.pipe(v.number(), v.integer(), v.minValue(0))),
});
export type HeldAnswer = v.InferOutput<typeof heldAnswerSchema>;

/** Why an upload is refused, beside the refusals of every request. */
export const uploadRefusals = [
  /** The bytes that came have another SHA-256 than their name. They are not kept. */
  'wrong-hash',
  /** The device may not write to the scope. */
  'scope-not-held',
  /** There is no such upload, or it is another device's, or it was given up. */
  'no-such-upload',
  /** The piece does not begin where the bytes end that the server has. */
  'wrong-offset',
  /** It was erased, and no photo that was not names it. */
  'erased',
] as const;
export type UploadRefusal = (typeof uploadRefusals)[number];

/** A file of this device that the server has not verified for all the scopes whose photos name it. */
export interface DueFile {
  readonly sha256: string;
  readonly mediaType: string;
  readonly scopes: readonly Scope[];
  /** Where its upload was begun. */
  readonly uploadUrl?: string | undefined;
}

export interface ReplicaFiles {
  link(): Promise<Link | undefined>;
  /** Files to be sent; those in trouble are left out. */
  due(): Promise<readonly DueFile[]>;
  bytes(sha256: string): Promise<ArrayBuffer | undefined>;
  /** The server of `epoch` has verified them. False where the store is of another epoch: then nothing is done. */
  confirm(names: readonly string[], epoch: string): Promise<boolean>;
  /** Keeps where an upload was begun. */
  began(sha256: string, uploadUrl: string): Promise<void>;
  /** It cannot be sent, and why; it stays on this device. */
  trouble(sha256: string, why: 'too-large' | 'damaged'): Promise<void>;
  /** Keeps a file that the server had. */
  keep(file: { readonly sha256: string; readonly mediaType: string; readonly bytes: ArrayBuffer }): Promise<void>;
}
