/** The wire of the list of devices: who came in, how they stand, and turning them away or letting them stay. */
import * as v from 'valibot';
import { idSchema } from '#domain/id.ts';
import { scopeSchema } from '#domain/scope.ts';
import { deviceRoles, grantRoles, maxAccessDays } from '#replication/membership.ts';

/** Devices of one answer, the newest first. */
export const maxListedDevices = 500;

/** Why a device was not revoked or extended, in the body of a 403. */
export const deviceRefusals = [
  /** There is no such device, or it is for somebody else to decide. */
  'not-yours',
  /** A device does not turn itself away: it would leave nobody to let it in again. */
  'own-device',
  /** It was revoked, which is for good: it joins anew with another code. */
  'turned-away',
] as const;
export type DeviceRefusal = (typeof deviceRefusals)[number];

const at = v.number();
const heldSchema = v.union([v.literal('all'), v.array(v.object({ scope: scopeSchema, as: v.picklist(grantRoles) }))]);

const listedSchema = v.object({
  id: idSchema,
  /** What its people call it; may be empty. */
  name: v.string(),
  role: v.picklist(deviceRoles),
  scopes: heldSchema,
  joinedAt: at,
  lastSeenAt: v.nullable(at),
  /** Records that the server had not confirmed when it was last seen; null where it has not said. */
  unsent: v.nullable(v.number()),
  oldestUnsentAt: v.nullable(at),
  app: v.nullable(v.string()),
  /** Null: it came by the set-up link. `name` is empty where its inviter has none. */
  invitedBy: v.nullable(v.object({ id: idSchema, name: v.string() })),
  /** Unless it renews before; null where it has not renewed yet. */
  expiresAt: v.nullable(at),
  /** When its time is over, however often it renews; null: when somebody revokes it. */
  endsAt: v.nullable(at),
  revokedAt: v.nullable(at),
});

/** Times are milliseconds since 1970, by the server's clock. */
export const deviceListSchema = v.object({
  now: at,
  /** The device that asks. */
  own: v.object({ id: idSchema, role: v.picklist(deviceRoles), scopes: heldSchema }),
  devices: v.array(listedSchema),
  /** There are more, which joined earlier. */
  more: v.boolean(),
});
export type DeviceList = v.InferOutput<typeof deviceListSchema>;
export type ListedDevice = DeviceList['devices'][number];
export type HeldScopes = v.InferOutput<typeof heldSchema>;

export const revokeRequestSchema = v.object({ device: idSchema });
export const extendRequestSchema = v.object({
  device: idSchema,
  /** From now; null: until somebody revokes it. */
  days: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxAccessDays))),
});
export const managedAnswerSchema = v.object({ device: idSchema });

/** POST /api/renew: the present token counts until this one is used for the first time. */
export const renewAnswerSchema = v.object({ token: v.pipe(v.string(), v.minLength(1)), expiresAt: at });
export type RenewAnswer = v.InferOutput<typeof renewAnswerSchema>;
