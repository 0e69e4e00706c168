import type { Handler } from 'hono';
import { refuse } from '#server/answers.ts';
import { endOfAccess } from '#server/membership-rules.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';

/**
 * GET /api/events: server-sent events, each the scope and new head of a change that the device may read. Read
 * with fetch, since EventSource sends no token.
 */
export const events =
  ({ devices, streams, now }: Parts): Handler<ServerEnv> =>
  async (c) => {
    const { device } = c.var;
    await devices.seen(device, now(), {});
    const body = streams.open(device.id, endOfAccess(device));
    if (!body) return refuse({ refused: 'busy', retryAfterMs: 60_000 });
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        // Proxies that gather an answer before they pass it on would hold the pokes back.
        'x-accel-buffering': 'no',
      },
    });
  };
