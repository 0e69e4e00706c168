/**
 * /api/files/uploads: files that come in pieces, by tus 1.0 (https://tus.io). What a device may begin and go on with
 * is decided here; the pieces themselves are the library's. A file counts when `/api/files/held` says so.
 */
import { randomBytes } from 'node:crypto';
import { Server as TusServer } from '@tus/server';
import type { Context, Handler } from 'hono';
import * as v from 'valibot';
import { fileTypes, maxFileBytes, sha256Schema, type UploadRefusal } from '#replication/files.ts';
import { type Scope, scopeSchema } from '#domain/scope.ts';
import { jsonAnswer, refuse } from '#server/answers.ts';
import { accessOf } from '#server/access.ts';
import type { Device } from '#server/devices.ts';
import { mayKeepFile } from '#server/erasing-journal.ts';
import { TusFiles } from '#server/files/tus-store.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';

const path = '/api/files/uploads';
/** An upload that nobody has ended by then is given up: its device begins it anew. */
const givenUpAfterMs = 7 * 24 * 3_600_000;
const tidyEveryMs = 3_600_000;

const beginSchema = v.object({
  sha256: sha256Schema,
  scope: scopeSchema,
  type: v.picklist(fileTypes),
  size: v.pipe(v.string(), v.regex(/^[1-9]\d{0,15}$/), v.transform(Number)),
});

export function uploads(parts: Parts): Handler<ServerEnv> {
  const { fileStore, devices, journal, now } = parts;
  const begun = new WeakMap<Request, Device>();
  const tus = new TusServer({
    path,
    relativeLocation: true,
    datastore: new TusFiles(fileStore, now),
    maxSize: maxFileBytes,
    namingFunction: () => randomBytes(16).toString('hex'),
    onUploadCreate: async (request, { metadata }) => ({
      metadata: { ...metadata, device: begun.get(request as Request)?.id ?? null },
    }),
    onUploadFinish: async (_request, { id, metadata }) => {
      const { sha256 = '', scope } = metadata ?? {};
      const finished = await fileStore.finish({ id, sha256: sha256 ?? '', scope: scope as Scope });
      // The library answers with what is thrown.
      const status = finished === 'wrong-hash' ? 422 : 409;
      if (finished !== 'kept') throw Object.assign(new Error(finished), { status_code: status, body: finished });
      return {};
    },
  });
  let tidiedAt = Number.NEGATIVE_INFINITY;

  const begin = async (c: Context<ServerEnv>, device: Device): Promise<Response | undefined> => {
    const request = c.req.raw;
    const length = request.headers.get('upload-length') ?? '';
    const fields = { ...metadataIn(request.headers.get('upload-metadata') ?? ''), size: length };
    const wanted = v.safeParse(beginSchema, fields);
    if (!wanted.success) return refuse({ refused: 'malformed' });
    if (wanted.output.size > maxFileBytes) return refuse({ refused: 'too-large', maxBytes: maxFileBytes });
    if (!(await accessOf(devices, device).mayWrite(wanted.output.scope))) return refused('scope-not-held');
    const { sha256, scope } = wanted.output;
    if (!(await mayKeepFile(journal, fileStore, sha256, scope))) return refused('erased');
    if (now() - tidiedAt > tidyEveryMs) {
      tidiedAt = now();
      await fileStore.dropUploadsBefore(now() - givenUpAfterMs);
    }
    begun.set(request, device);
    return undefined;
  };

  const goOn = async (c: Context<ServerEnv>, device: Device): Promise<Response | undefined> => {
    const id = c.req.param('id') ?? '';
    const upload = /^[0-9a-f]{32}$/.test(id) ? await fileStore.upload(id) : undefined;
    if (upload?.device !== device.id) return refused('no-such-upload');
    if (upload.offset < upload.size) return undefined;
    // Its last bytes came, and the server was cut off before it had hashed them.
    const finished = await fileStore.finish(upload);
    if (finished !== 'kept' || c.req.raw.method !== 'HEAD')
      return refused(finished === 'wrong-hash' ? finished : 'wrong-offset');
    const length = String(upload.size);
    return new Response(null, {
      headers: { 'tus-resumable': '1.0.0', 'upload-offset': length, 'upload-length': length },
    });
  };

  return async (c) => {
    const { device } = c.var;
    const { method } = c.req.raw;
    if (method === 'GET') return refused('no-such-upload');
    const stop = await (method === 'POST' ? begin(c, device) : goOn(c, device));
    if (stop) return stop;
    const answer = await tus.handleWeb(c.req.raw as Parameters<TusServer['handleWeb']>[0]);
    return answer.status < 400 ? ours(answer) : refusalOf(answer);
  };
}

/** `key base64, key base64`, as tus writes it. Undefined fields are refused by the schema. */
function metadataIn(header: string): Record<string, string> {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  return Object.fromEntries(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString()]));
}

/** No other origin may ask, whatever the library offers them. */
function ours(answer: Response): Response {
  const headers = new Headers([...answer.headers].filter(([name]) => !name.startsWith('access-control-')));
  headers.set('cache-control', 'no-store');
  return new Response(answer.body, { status: answer.status, headers });
}

const statuses: Readonly<Record<UploadRefusal, number>> = {
  'wrong-hash': 422,
  'scope-not-held': 403,
  'no-such-upload': 404,
  'wrong-offset': 409,
  erased: 410,
};
const refused = (reason: UploadRefusal): Response =>
  jsonAnswer({ refused: reason === 'scope-not-held' ? 'unauthorised' : 'malformed', reason }, statuses[reason]);

/** What the library refuses, in the words of every other refusal here. */
function refusalOf({ status }: Response): Response {
  switch (status) {
    case 404:
    case 410:
      return refused('no-such-upload');
    case 409:
      return refused('wrong-offset');
    case 422:
      return refused('wrong-hash');
    case 413:
      return refuse({ refused: 'too-large', maxBytes: maxFileBytes });
    default:
      // A piece that was cut on its way is 400, too: its sender is gone.
      return status >= 500 ? refuse({ refused: 'busy', retryAfterMs: 30_000 }, 500) : refuse({ refused: 'malformed' });
  }
}
