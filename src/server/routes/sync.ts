import type { Handler } from 'hono';
import * as v from 'valibot';
import { answerSync } from '#replication/answer.ts';
import { maxBodyBytes, protocolVersion, type SyncAnswer, syncRequestSchema } from '#replication/protocol.ts';
import { comeBackMs, full } from '#server/admission.ts';
import { packedAnswer, refuse } from '#server/answers.ts';
import { accessOf } from '#server/access.ts';
import type { DeviceFacts } from '#server/devices.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';
import { readJson } from '#server/request-body.ts';

/** Read before the rest: a later protocol may have another shape. */
const versionSchema = v.object({ protocol: v.pipe(v.number(), v.integer()) });

/** POST /api/sync: push and pull in one round trip. */
export const sync =
  ({ admission, chance, devices, journal, metrics, now }: Parts): Handler<ServerEnv> =>
  async (c) => {
    const comeBack = () => refuse({ refused: 'busy', retryAfterMs: comeBackMs(chance()) });
    const coming = admission.enter();
    if (!coming) return comeBack();
    const body = await readJson(c.req.raw, maxBodyBytes).finally(coming.leave);
    if (!body.ok) return refuse(body.error);
    const version = v.safeParse(versionSchema, body.value);
    if (version.success && version.output.protocol > protocolVersion) return refuse({ refused: 'protocol' });
    const request = v.safeParse(syncRequestSchema, body.value);
    if (!request.success) return refuse({ refused: 'malformed' });

    const { device } = c.var;
    const answer = await admission.inTurn(async () => {
      const at = now();
      const answered = await answerSync(journal, accessOf(devices, device), request.output, { device: device.id, at });
      await devices.seen(device, at, factsOf(request.output, answered));
      return answered;
    });
    if (answer === full) return comeBack();
    for (const { reason } of answer.refusals) metrics.refusedRecord(reason);
    return packedAnswer(c.req.raw, answer);
  };

/** What was not taken of this request is on the device alone, like what it did not send. */
function factsOf({ app, tablet }: v.InferOutput<typeof syncRequestSchema>, { refusals }: SyncAnswer): DeviceFacts {
  if (!tablet) return { app };
  const { name, unsent, oldestAt } = tablet;
  return { app, name, unsent: unsent + refusals.length, oldestUnsentAt: oldestAt ?? null };
}
