/** Counts and, where asked for, logs each request: its route as the app declares it, never its address. */
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { Parts, ServerEnv } from '#server/parts.ts';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export const observed =
  ({ log, metrics, now }: Parts): MiddlewareHandler<ServerEnv> =>
  async (c, next) => {
    const startedAt = now();
    await next();
    const ms = Math.max(0, now() - startedAt);
    const { status } = c.res;
    const method = methods.includes(c.req.method) ? c.req.method : 'other';
    const route = routeOf(c);
    const refused = await refusalIn(c.res);
    metrics.request(method, route, status, ms / 1000);
    if (refused !== undefined) metrics.refusedRequest(refused);
    log({ event: 'request', method, route, status, ms, ...(refused !== undefined && { refused }) });
  };

/** What is outside /api may name a session, and what no route takes may hold anything. */
function routeOf(c: Context<ServerEnv>): string {
  const route = matchedRoutes(c).find(({ path }) => path.startsWith('/api/') && !path.endsWith('*'));
  if (route) return route.path;
  return /^\/api(\/|$)/.test(c.req.path) ? 'unknown' : 'page';
}

/** The reason in the body of our own refusal. */
async function refusalIn(answer: Response): Promise<string | undefined> {
  const json = answer.headers.get('content-type')?.startsWith('application/json') === true;
  if (answer.status < 400 || !json) return undefined;
  const body = (await answer.clone().json()) as { readonly refused?: string; readonly reason?: string };
  return body.reason ?? body.refused;
}
