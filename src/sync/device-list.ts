/** What is asked of the server about devices: renewing this one's token, and looking after those that were invited. */
import * as v from 'valibot';
import {
  deviceListSchema,
  deviceRefusals,
  managedAnswerSchema,
  type RenewAnswer,
  renewAnswerSchema,
} from '#replication/device-list.ts';
import { noAnswer } from './membership.ts';
import type { DevicesOutcome, ManageOutcome } from './status.ts';
import { ask, type Asked, type Wire } from './wire.ts';

const timeoutMs = 20_000;

/** Another token for this device; undefined where the server gave none, for whatever reason. */
export async function askToRenew(wire: Wire, token: string): Promise<RenewAnswer | undefined> {
  const asked = await ask(wire, { path: '/api/renew', token, body: {}, timeoutMs });
  if (asked.type !== 'wire/ok') return undefined;
  const answer = v.safeParse(renewAnswerSchema, asked.body);
  return answer.success ? answer.output : undefined;
}

export async function askForDevices(wire: Wire, token: string): Promise<DevicesOutcome> {
  const asked = await ask(wire, { path: '/api/devices', token, body: undefined, timeoutMs });
  if (asked.type !== 'wire/ok') return refusal(asked);
  const answer = v.safeParse(deviceListSchema, asked.body);
  return answer.success ? { type: 'listed', list: answer.output } : { type: 'not-our-server' };
}

/** `days` from now; null: until somebody revokes it. */
export const askToExtend = (wire: Wire, token: string, device: string, days: number | null): Promise<ManageOutcome> =>
  manage(wire, token, '/api/devices/extend', { device, days });

export const askToRevoke = (wire: Wire, token: string, device: string): Promise<ManageOutcome> =>
  manage(wire, token, '/api/devices/revoke', { device });

async function manage(wire: Wire, token: string, path: string, body: object): Promise<ManageOutcome> {
  const asked = await ask(wire, { path, token, body, timeoutMs });
  if (asked.type !== 'wire/ok') return refusal(asked);
  return v.is(managedAnswerSchema, asked.body) ? { type: 'done' } : { type: 'not-our-server' };
}

const reasonSchema = v.object({ reason: v.picklist(deviceRefusals) });

function refusal(asked: Exclude<Asked, { type: 'wire/ok' }>): Exclude<ManageOutcome, { type: 'done' }> {
  if (asked.type !== 'wire/refused') return noAnswer(asked);
  const { refused } = asked.refused;
  if (refused === 'revoked' || (refused === 'unauthorised' && asked.status === 401)) return { type: 'refused-device' };
  if (v.is(reasonSchema, asked.body)) return { type: 'may-not' };
  // An older server has no such address.
  return { type: refused === 'unauthorised' ? 'may-not' : 'away' };
}
