/** The app as one function from request to response: served by main, called without a port by tests. */
import { Hono } from 'hono';
import { jsonAnswer, refuse } from '#server/answers.ts';
import { bearer } from '#server/bearer.ts';
import { isDatabaseProblem } from '#server/database.ts';
import { DatabaseTrouble } from '#server/database-trouble.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';
import { appPage } from '#server/routes/app-page.ts';
import { events } from '#server/routes/events.ts';
import { file, heldFiles } from '#server/routes/files.ts';
import { health } from '#server/routes/health.ts';
import { invites } from '#server/routes/invites.ts';
import { join } from '#server/routes/join.ts';
import { sync } from '#server/routes/sync.ts';
import { uploads } from '#server/routes/uploads.ts';
import { securityHeaders } from '#server/security-headers.ts';

/** How long a device waits when the disk is full, the database is locked or away. */
const troubledRetryMs = 30_000;

export function createApp(parts: Parts): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  const known = bearer(parts);
  app.use(securityHeaders);
  if (parts.logRequests) {
    app.use(async (c, next) => {
      const startedAt = parts.now();
      await next();
      // Addresses outside /api may name a session, and a code may have been typed into one.
      const path = c.req.path.startsWith('/api/') ? c.req.path.slice(0, 60) : 'page or file';
      parts.log(`${c.req.method} ${path} ${c.res.status} ${parts.now() - startedAt} ms`);
    });
  }

  app.get('/api/health', health(parts));
  app.post('/api/join', join(parts));
  app.post('/api/invites', known, invites(parts));
  app.post('/api/sync', known, sync(parts));
  app.get('/api/events', known, events(parts));
  const upload = uploads(parts);
  app.post('/api/files/held', known, heldFiles(parts));
  app.post('/api/files/uploads', known, upload);
  // HEAD comes here too.
  app.get('/api/files/uploads/:id', known, upload);
  app.patch('/api/files/uploads/:id', known, upload);
  app.get('/api/files/:sha256{[0-9a-f]{64}}', known, file(parts));
  const unknown = () => jsonAnswer({ refused: 'malformed', reason: 'no-such-route' }, 404);
  app.all('/api', unknown);
  app.all('/api/*', unknown);
  app.all('*', appPage(parts));

  app.onError((problem) => {
    const database = problem instanceof DatabaseTrouble || isDatabaseProblem(problem);
    // The message may quote what was sent, so only its kind and place are written down.
    const place =
      problem.stack
        ?.split('\n')
        .find((line) => line.trimStart().startsWith('at '))
        ?.trim() ?? '';
    parts.log(
      `${database ? `The database refused: ${problem.message}` : `A fault in the server: ${problem.name}`} ${place}`,
    );
    return refuse({ refused: 'busy', retryAfterMs: troubledRetryMs }, database ? 503 : 500);
  });
  return app;
}
