/** Files that are whole: whether the server has them, and their bytes. */
import type { Handler } from 'hono';
import * as v from 'valibot';
import type { Scope } from '#domain/scope.ts';
import { type HeldAnswer, heldRequestSchema } from '#replication/files.ts';
import { jsonAnswer, refuse } from '#server/answers.ts';
import { accessOf, type DeviceAccess } from '#server/access.ts';
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
    const access = accessOf(parts.devices, c.var.device);
    const held: number[] = [];
    for (const [place, { sha256, scope }] of request.output.files.entries()) {
      if (await holds(parts, access, sha256, scope)) held.push(place);
    }
    const answer: HeldAnswer = { epoch: await parts.journal.epoch(), held };
    return jsonAnswer(answer);
  };

/** GET /api/files/<sha256>: the bytes, for a device that reads one of the scopes the file is known for. */
export const file =
  ({ devices, fileStore }: Parts): Handler<ServerEnv> =>
  async (c) => {
    const sha256 = c.req.param('sha256') ?? '';
    const readable = await firstRead(accessOf(devices, c.var.device), await fileStore.scopesOf(sha256));
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

async function holds(
  { fileStore, journal }: Parts,
  access: DeviceAccess,
  sha256: string,
  scope: Scope,
): Promise<boolean> {
  const mayWrite = await access.mayWrite(scope);
  if (!mayWrite && !(await access.may('read', scope))) return false;
  const scopes = await fileStore.scopesOf(sha256);
  if (scopes.includes(scope)) return true;
  if (!mayWrite || !(await firstRead(access, scopes))) return false;
  if (!(await mayKeepFile(journal, fileStore, sha256, scope))) return false;
  await fileStore.share(sha256, scope);
  return true;
}

async function firstRead(access: DeviceAccess, scopes: readonly Scope[]) {
  for (const scope of scopes) if (await access.may('read', scope)) return scope;
  return undefined;
}
