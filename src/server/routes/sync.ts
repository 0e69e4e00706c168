import type { Handler } from 'hono';
import * as v from 'valibot';
import { err, ok, type Result } from '#domain/result.ts';
import { answerSync } from '#replication/answer.ts';
import {
  maxBodyBytes,
  protocolVersion,
  type Refused,
  type SyncAnswer,
  syncRequestSchema,
} from '#replication/protocol.ts';
import { full } from '#server/admission.ts';
import { packedAnswer, refuse } from '#server/answers.ts';
import { accessOf } from '#server/access.ts';
import type { Device, DeviceFacts } from '#server/devices.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';
import { jsonOf, readBody, type ReadBody } from '#server/request-body.ts';

/** Read before the rest: a later protocol may have another shape. */
const versionSchema = v.object({ protocol: v.pipe(v.number(), v.integer()) });

/** POST /api/sync: push and pull in one round trip. */
export const sync =
  (parts: Parts): Handler<ServerEnv> =>
  async (c) => {
    const { admission, chance, metrics } = parts;
    const comeBack = () => refuse({ refused: 'busy', retryAfterMs: admission.comeBackMs(chance()) });
    const coming = admission.enter();
    if (!coming) return comeBack();
    const body = await readBody(c.req.raw, maxBodyBytes).finally(coming.leave);
    if (!body.ok) return refuse(body.error);
    // What waits is packed: it is unpacked and read in its turn.
    const answer = await admission.inTurn(() => answered(parts, c.var.device, body.value));
    if (answer === full) return comeBack();
    if (!answer.ok) return refuse(answer.error);
    for (const { reason } of answer.value.refusals) metrics.refusedRecord(reason);
    return packedAnswer(c.req.raw, answer.value);
  };

async function answered(
  { devices, journal, now }: Parts,
  device: Device,
  sent: ReadBody,
): Promise<Result<SyncAnswer, Refused>> {
  const body = await jsonOf(sent, maxBodyBytes);
  if (!body.ok) return body;
  const version = v.safeParse(versionSchema, body.value);
  if (version.success && version.output.protocol > protocolVersion) return err({ refused: 'protocol' });
  const request = v.safeParse(syncRequestSchema, body.value);
  if (!request.success) return err({ refused: 'malformed' });
  const at = now();
  const answer = await answerSync(journal, accessOf(devices, device), request.output, { device: device.id, at });
  await devices.seen(device, at, factsOf(request.output, answer));
  return ok(answer);
}

/** What was not taken of this request is on the device alone, like what it did not send. */
function factsOf({ app, tablet }: v.InferOutput<typeof syncRequestSchema>, { refusals }: SyncAnswer): DeviceFacts {
  if (!tablet) return { app };
  const { name, unsent, oldestAt } = tablet;
  return { app, name, unsent: unsent + refusals.length, oldestUnsentAt: oldestAt ?? null };
}
