/** The wire: one request, one answer, a version and a closed list of refusals. See docs/protocol.md. */
import * as v from 'valibot';
import { scopeSchema, type Scope } from '#domain/scope.ts';
import { type Clocks, clocksSchema } from '#replication/clocks.ts';
import { type PackedRecord, packedRecordSchema } from '#replication/packed.ts';
import { type ScopeLimit, scopeLimits } from '#replication/permissions.ts';

export const protocolVersion = 1;
/** Bytes of a request or an answer, unpacked. */
export const maxBodyBytes = 512 * 1024;

export interface SyncRequest {
  readonly protocol: number;
  /** Null before the first answer of this server. */
  readonly epoch: string | null;
  /** The device's clock, milliseconds since 1970. */
  readonly sentAt: number;
  readonly app: string;
  /** The scopes wanted, each with the number of the last record held of it; 0 for none. */
  readonly cursors: Readonly<Record<Scope, number>>;
  readonly deltas: readonly PackedRecord[];
  /** What the device says of itself, for whoever looks after the devices. */
  readonly tablet?: TabletFacts | undefined;
}

export interface TabletFacts {
  /** What its people call it; absent until somebody has said. */
  readonly name?: string | undefined;
  /** Records that the server has not confirmed, without those of this request. */
  readonly unsent: number;
  /** When the oldest of them was written, milliseconds since 1970; absent where there is none. */
  readonly oldestAt?: number | undefined;
}

export interface SyncAnswer {
  readonly protocol: number;
  /** The journal's identity. Where it is not the request's, the answer carries nothing else. */
  readonly epoch: string;
  /** The server's clock, milliseconds since 1970. */
  readonly now: number;
  readonly receipts: readonly Receipt[];
  readonly refusals: readonly Refusal[];
  readonly changes: readonly Page[];
  /** Every scope this device may read, with the number of its last change. */
  readonly heads: Readonly<Record<Scope, number>>;
  /** Of these scopes, those that it may not write to. */
  readonly limits?: Readonly<Record<Scope, ScopeLimit>> | undefined;
}

/** `delta` is the place of the delta in the request. */
export interface Receipt {
  readonly delta: number;
  readonly number: number;
  readonly clocks: Clocks;
  /** The state stored now, where it differs from what was sent. */
  readonly stored?: PackedRecord;
}

export interface Page {
  readonly scope: Scope;
  /** The cursor this page follows. */
  readonly after: number;
  /** The number of its last record. */
  readonly cursor: number;
  readonly more: boolean;
  readonly records: readonly PackedRecord[];
}

/**
 * invalid: the device quarantines what `path` names. forbidden: it stays marked and waits for membership.
 * too-large: the device halves its request, then quarantines. protocol: the app must be updated.
 */
export const refusalReasons = ['invalid', 'forbidden', 'too-large', 'protocol'] as const;
export type RefusalReason = (typeof refusalReasons)[number];
export interface Refusal {
  readonly delta: number;
  readonly reason: RefusalReason;
  readonly path?: string;
  readonly message?: string;
  readonly stored?: PackedRecord;
}

/** Refusals of a whole request, as the body of a 4xx or 5xx answer. */
export const requestRefusals = ['unauthorised', 'revoked', 'too-large', 'busy', 'protocol', 'malformed'] as const;
export type RequestRefusal = (typeof requestRefusals)[number];
export const refusedSchema = v.object({
  refused: v.picklist(requestRefusals),
  maxBytes: v.optional(v.number()),
  retryAfterMs: v.optional(v.number()),
  /** Of `revoked`: `expired` where its time is over and somebody may let it stay longer; else it was revoked for good. */
  reason: v.optional(v.string()),
  /** Of `revoked`: names of tablets whose people can let this device in again. */
  ask: v.optional(v.pipe(v.array(v.string()), v.readonly())),
});
export type Refused = v.InferOutput<typeof refusedSchema>;

const number = v.pipe(v.number(), v.integer(), v.minValue(0));

export const syncRequestSchema = v.object({
  protocol: v.pipe(v.number(), v.integer(), v.minValue(1)),
  epoch: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  sentAt: v.number(),
  app: v.pipe(v.string(), v.maxLength(100)),
  cursors: v.record(scopeSchema, number),
  /** Each is parsed on its own, so that a bad one never blocks the rest. */
  deltas: v.pipe(v.array(v.unknown()), v.maxLength(5000)),
  tablet: v.optional(
    v.object({
      name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100))),
      unsent: number,
      oldestAt: v.optional(number),
    }),
  ),
});

const pageSchema = v.object({
  scope: scopeSchema,
  after: number,
  cursor: number,
  more: v.boolean(),
  records: v.array(packedRecordSchema),
});

export const syncAnswerSchema = v.object({
  protocol: v.number(),
  epoch: v.string(),
  now: v.number(),
  receipts: v.array(v.object({ delta: number, number, clocks: clocksSchema, stored: v.optional(packedRecordSchema) })),
  refusals: v.array(
    v.object({
      delta: number,
      reason: v.picklist(refusalReasons),
      path: v.optional(v.string()),
      message: v.optional(v.string()),
      stored: v.optional(packedRecordSchema),
    }),
  ),
  changes: v.array(pageSchema),
  heads: v.record(scopeSchema, number),
  limits: v.optional(v.record(scopeSchema, v.picklist(scopeLimits))),
}) as unknown as v.GenericSchema<unknown, SyncAnswer>;
