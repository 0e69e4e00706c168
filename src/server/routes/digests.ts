import { setImmediate } from 'node:timers/promises';
import type { Handler } from 'hono';
import * as v from 'valibot';
import { answerDigests, digestsRequestSchema } from '#replication/comparison.ts';
import { full } from '#server/admission.ts';
import { jsonAnswer, refuse } from '#server/answers.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';
import { readJson } from '#server/request-body.ts';

const maxBytes = 32 * 1024;
const giveWay = () => setImmediate();

/** POST /api/digests: what the server holds of some scopes, told by digests. In turn with syncs, since it reads as much. */
export const digests =
  ({ admission, chance, devices, journal }: Parts): Handler<ServerEnv> =>
  async (c) => {
    const body = await readJson(c.req.raw, maxBytes);
    if (!body.ok) return refuse(body.error);
    const request = v.safeParse(digestsRequestSchema, body.value);
    if (!request.success) return refuse({ refused: 'malformed' });
    const answer = await admission.inTurn(async () =>
      answerDigests(journal, await devices.scopes(c.var.device), request.output.scopes, giveWay),
    );
    return answer === full
      ? refuse({ refused: 'busy', retryAfterMs: admission.comeBackMs(chance()) })
      : jsonAnswer(answer);
  };
