/** The list of devices, and what those who let others in may do with them. */
import type { Context, Handler } from 'hono';
import * as v from 'valibot';
import { isScope } from '#domain/scope.ts';
import {
  type DeviceList,
  type DeviceRefusal,
  extendRequestSchema,
  type HeldScopes,
  maxListedDevices,
  revokeRequestSchema,
} from '#replication/device-list.ts';
import { deviceRights } from '#replication/permissions.ts';
import { jsonAnswer, packedAnswer, refuse } from '#server/answers.ts';
import type { Device, Grant, ListedDevice } from '#server/devices.ts';
import { everyScope } from '#server/membership-rules.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';
import { readJson } from '#server/request-body.ts';

const maxManageBytes = 4 * 1024;

/** GET /api/devices: for a coordinator all that joined, for others those they invited themselves. */
export const devices =
  ({ devices: store, now }: Parts): Handler<ServerEnv> =>
  async (c) => {
    const { device } = c.var;
    const sees = deviceRights[device.role].devices;
    if (sees === 'none') return refuse({ refused: 'unauthorised', reason: 'role-too-low' }, 403);
    const found = await store.list(sees === 'all' ? null : device.id, maxListedDevices + 1);
    const answer: DeviceList = {
      now: now(),
      own: { id: device.id, role: device.role, scopes: heldBy(device, await store.grants(device)) },
      devices: found.slice(0, maxListedDevices).map(shown),
      more: found.length > maxListedDevices,
    };
    return packedAnswer(c.req.raw, answer);
  };

/** POST /api/devices/revoke: from the next request on the device is refused, and its streams end. */
export const revoke =
  (parts: Parts): Handler<ServerEnv> =>
  async (c) => {
    const body = await readJson(c.req.raw, maxManageBytes);
    if (!body.ok) return refuse(body.error);
    const wanted = v.safeParse(revokeRequestSchema, body.value);
    if (!wanted.success) return refuse({ refused: 'malformed' });
    const { device } = wanted.output;
    const reason = await refusalOf(parts, c, device);
    if (reason) return refuse({ refused: 'unauthorised', reason }, 403);
    // Once more changes nothing, and is no failure: the answer to the first may have been lost.
    await parts.devices.revoke(device, parts.now());
    parts.turnAway(device);
    return jsonAnswer({ device });
  };

/** POST /api/devices/extend: lets a device stay, one whose time was over included. */
export const extend =
  (parts: Parts): Handler<ServerEnv> =>
  async (c) => {
    const body = await readJson(c.req.raw, maxManageBytes);
    if (!body.ok) return refuse(body.error);
    const wanted = v.safeParse(extendRequestSchema, body.value);
    if (!wanted.success) return refuse({ refused: 'malformed' });
    const { device, days } = wanted.output;
    const reason = await refusalOf(parts, c, device);
    if (reason) return refuse({ refused: 'unauthorised', reason }, 403);
    const extended = await parts.devices.extend(device, parts.now(), days);
    return extended ? jsonAnswer({ device }) : refuse({ refused: 'unauthorised', reason: 'turned-away' }, 403);
  };

async function refusalOf(
  { devices: store }: Parts,
  { var: { device: by } }: Context<ServerEnv>,
  id: string,
): Promise<DeviceRefusal | undefined> {
  if (id === by.id) return 'own-device';
  const sees = deviceRights[by.role].devices;
  const wanted = sees === 'none' ? undefined : await store.withId(id);
  if (!wanted || (sees === 'invited' && !isOver(by, wanted))) return 'not-yours';
  return undefined;
}

/** Whom a device let in, unless somebody has made more of it since. */
const isOver = (by: Device, { invitedBy, role }: Device): boolean =>
  invitedBy === by.id && deviceRights[by.role].inviteAs.includes(role);

const shown = ({ inviterName, grants, ...device }: ListedDevice): DeviceList['devices'][number] => ({
  id: device.id,
  name: device.name,
  role: device.role,
  scopes: heldBy(device, grants),
  joinedAt: device.joinedAt,
  lastSeenAt: device.lastSeenAt,
  unsent: device.unsent,
  oldestUnsentAt: device.oldestUnsentAt,
  app: device.app,
  invitedBy: device.invitedBy === null ? null : { id: device.invitedBy, name: inviterName ?? '' },
  expiresAt: device.expiresAt,
  endsAt: device.endsAt,
  revokedAt: device.revokedAt,
});

const heldBy = ({ role }: Device, grants: readonly Grant[]): HeldScopes =>
  role === 'coordinator' || grants.some(({ scope }) => scope === everyScope)
    ? 'all'
    : grants.flatMap(({ scope, role: as }) => (isScope(scope) ? [{ scope, as }] : []));
