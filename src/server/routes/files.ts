/** Files that are whole: whether the server has them, and their bytes. */
import type { Handler } from 'hono';
import * as v from 'valibot';
import type { Scope } from '#domain/scope.ts';
import { type HeldAnswer, heldRequestSchema } from '#replication/files.ts';
import { jsonAnswer, refuse } from '#server/answers.ts';
import { accessOf, type Device } from '#server/devices.ts';
import { mayKeepFile } from '#server/erasing-journal.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';
import { readJson } from '#server/request-body.ts';

const maxHeldBytes = 128 * 1024;

/**
 * POST /api/files/held: the receipts of files. A file that is here for a scope the device reads is, at its word,
 * known for the other scopes it asks for from then on: it need not be sent again.
 */
export const heldFiles =
  (parts: Parts): Handler<ServerEnv> =>
  async (c) => {
    const body = await readJson(c.req.raw, maxHeldBytes);
    if (!body.ok) return refuse(body.error);
    const request = v.safeParse(heldRequestSchema, body.value);
    if (!request.success) return refuse({ refused: 'malformed' });
    const held: number[] = [];
    for (const [place, { sha256, scope }] of request.output.files.entries()) {
      if (await holds(parts, c.var.device, sha256, scope)) held.push(place);
    }
    const answer: HeldAnswer = { epoch: await parts.journal.epoch(), held };
    return jsonAnswer(answer);
  };

/** GET /api/files/<sha256>: the bytes, for a device that reads one of the scopes the file is known for. */
export const file =
  ({ devices, fileStore }: Parts): Handler<ServerEnv> =>
  async (c) => {
    const sha256 = c.req.param('sha256') ?? '';
    const readable = await firstHeld(devices, c.var.device, await fileStore.scopesOf(sha256));
    const stored = readable && (await fileStore.read(sha256));
    // Whoever may not read it need not learn that it is here.
    if (!stored) return jsonAnswer({ refused: 'malformed', reason: 'no-such-file' }, 404);
    return new Response(stored.bytes, {
      headers: {
        'content-type': stored.mediaType,
        'content-length': String(stored.size),
        'cache-control': 'private, no-store',
      },
    });
  };

async function holds(parts: Parts, device: Device, sha256: string, scope: Scope): Promise<boolean> {
  const { devices, fileStore } = parts;
  if (!(await accessOf(devices, device).mayWrite(scope))) return false;
  const scopes = await fileStore.scopesOf(sha256);
  if (scopes.includes(scope)) return true;
  if (!(await firstHeld(devices, device, scopes))) return false;
  if (!(await mayKeepFile(parts.journal, fileStore, sha256, scope))) return false;
  await fileStore.share(sha256, scope);
  return true;
}

async function firstHeld(devices: Parts['devices'], device: Device, scopes: readonly Scope[]) {
  for (const scope of scopes) if (await devices.holds(device, scope)) return scope;
  return undefined;
}
