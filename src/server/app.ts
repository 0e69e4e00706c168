/** The app as one function from request to response: served by main, called without a port by tests. */
import { Hono } from 'hono';
import { jsonAnswer, refuse } from '#server/answers.ts';
import { bearer } from '#server/bearer.ts';
import { isDatabaseProblem } from '#server/database.ts';
import { DatabaseTrouble } from '#server/database-trouble.ts';
import { placeOf } from '#server/log.ts';
import { observed } from '#server/observed.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';
import { perAddress, perDevice } from '#server/rate-limits.ts';
import { appPage } from '#server/routes/app-page.ts';
import { digests } from '#server/routes/digests.ts';
import { devices, extend, revoke } from '#server/routes/devices.ts';
import { events } from '#server/routes/events.ts';
import { file, heldFiles } from '#server/routes/files.ts';
import { health } from '#server/routes/health.ts';
import { invites } from '#server/routes/invites.ts';
import { join } from '#server/routes/join.ts';
import { metrics } from '#server/routes/metrics.ts';
import { renew } from '#server/routes/renew.ts';
import { sync } from '#server/routes/sync.ts';
import { uploads } from '#server/routes/uploads.ts';
import { securityHeaders } from '#server/security-headers.ts';

/** How long a device waits when the disk is full, the database is locked or away. */
const troubledRetryMs = 30_000;

export function createApp(parts: Parts): Hono<ServerEnv> {
  const app = new Hono<ServerEnv>();
  const known = bearer(parts);
  app.use(observed(parts));
  app.use(securityHeaders(parts));

  app.get('/api/health', perAddress(parts, 'health'), health(parts));
  app.get('/api/metrics', perAddress(parts, 'metrics'), metrics(parts));
  app.post('/api/join', perAddress(parts, 'join'), join(parts));
  app.post('/api/invites', perAddress(parts, 'invites'), known, perDevice(parts, 'invites'), invites(parts));
  app.post('/api/renew', perAddress(parts, 'renew'), known, perDevice(parts, 'renew'), renew(parts));
  const devicesOf = [perAddress(parts, 'devices'), known, perDevice(parts, 'devices')] as const;
  app.get('/api/devices', ...devicesOf, devices(parts));
  app.post('/api/devices/revoke', ...devicesOf, revoke(parts));
  app.post('/api/devices/extend', ...devicesOf, extend(parts));
  app.post('/api/sync', perAddress(parts, 'sync'), known, perDevice(parts, 'sync'), sync(parts));
  app.post('/api/digests', perAddress(parts, 'digests'), known, perDevice(parts, 'digests'), digests(parts));
  app.get('/api/events', perAddress(parts, 'events'), known, perDevice(parts, 'events'), events(parts));
  const upload = uploads(parts);
  const filesOf = [perAddress(parts, 'files'), known, perDevice(parts, 'files')] as const;
  app.post('/api/files/held', ...filesOf, heldFiles(parts));
  app.post('/api/files/uploads', ...filesOf, upload);
  // HEAD comes here too.
  app.get('/api/files/uploads/:id', ...filesOf, upload);
  app.patch('/api/files/uploads/:id', ...filesOf, upload);
  app.get('/api/files/:sha256{[0-9a-f]{64}}', ...filesOf, file(parts));
  const unknown = () => jsonAnswer({ refused: 'malformed', reason: 'no-such-route' }, 404);
  app.all('/api', unknown);
  app.all('/api/*', unknown);
  app.all('*', perAddress(parts, 'page'), appPage(parts));

  app.onError((problem) => {
    const database = problem instanceof DatabaseTrouble || isDatabaseProblem(problem);
    const place = placeOf(problem);
    if (database) parts.log({ event: 'database-trouble', reason: problem.message, place });
    else parts.log({ event: 'fault', kind: problem.name, place });
    return refuse({ refused: 'busy', retryAfterMs: troubledRetryMs }, database ? 503 : 500);
  });
  return app;
}
