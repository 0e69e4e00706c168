import type { Handler } from 'hono';
import { jsonAnswer } from '#server/answers.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';

/** GET /api/health: the known body by which a device tells this server from a hotel's login page. No token. */
export const health =
  ({ journal, database, version }: Parts): Handler<ServerEnv> =>
  async () =>
    jsonAnswer({ ok: true, epoch: await journal.epoch(), app: version, database });
