import type { Handler } from 'hono';
import type { RenewAnswer } from '#replication/device-list.ts';
import { jsonAnswer } from '#server/answers.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';

/**
 * POST /api/renew: another token. The one it was asked with counts until the new one is used, so that an answer that
 * is lost locks nobody out: the device asks again.
 */
export const renew =
  ({ devices, now }: Parts): Handler<ServerEnv> =>
  async (c) => {
    const answer: RenewAnswer = await devices.renew(c.var.device, now());
    return jsonAnswer(answer);
  };
