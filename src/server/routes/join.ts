import type { Handler } from 'hono';
import * as v from 'valibot';
import { type JoinAnswer, joinRequestSchema, readJoinCode } from '#replication/membership.ts';
import { jsonAnswer, refuse } from '#server/answers.ts';
import { knownDevice } from '#server/bearer.ts';
import { clientAddress } from '#server/client-address.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';
import { readJson } from '#server/request-body.ts';

const maxJoinBytes = 8 * 1024;

/** POST /api/join: a code for a token. With a token already, the device keeps it and gains what the code gives. */
export const join =
  (parts: Parts): Handler<ServerEnv> =>
  async (c) => {
    const { attempts, devices, journal, now, proxies, serverName } = parts;
    const address = clientAddress(c, proxies);
    const wait = await attempts.waitMs(address, now());
    if (wait > 0) return refuse({ refused: 'busy', retryAfterMs: wait }, 429);
    const body = await readJson(c.req.raw, maxJoinBytes);
    if (!body.ok) return refuse(body.error);
    const parsed = v.safeParse(joinRequestSchema, body.value);
    if (!parsed.success) return refuse({ refused: 'malformed' });

    const { code, deviceName, deviceId } = parsed.output;
    const read = readJoinCode(code);
    const known = await knownDevice(c, devices);
    const already = known?.device.revokedAt === null ? known : undefined;
    const joined =
      read === undefined
        ? ({ ok: false, error: 'code-unknown' } as const)
        : await devices.join({ code: read, name: deviceName, deviceId, already }, now());
    if (!joined.ok) {
      await attempts.failed(address, now());
      return refuse({ refused: 'unauthorised', reason: joined.error }, 403);
    }
    const device = await devices.withId(joined.value.device);
    const ask = device ? await devices.whomToAsk(device) : [];
    const answer: JoinAnswer = { ...joined.value, epoch: await journal.epoch(), server: serverName, ask };
    return jsonAnswer(answer);
  };
