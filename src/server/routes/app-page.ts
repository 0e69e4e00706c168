import type { Handler } from 'hono';
import { acceptsGzip } from '#server/answers.ts';
import type { AppFile } from '#server/app-files.ts';
import type { Parts, ServerEnv } from '#server/parts.ts';

/** GET of anything outside /api: a file of the app, or its first page for every address inside the app. */
export const appPage =
  ({ files }: Parts): Handler<ServerEnv> =>
  (c) => {
    const request = c.req.raw;
    const { pathname } = new URL(request.url);
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only GET here.\n');
    const wantsPage = (request.headers.get('accept') ?? '').includes('text/html');
    if (!files) return wantsPage ? notBuilt() : plain(503, 'The app has not been built. Run: npm start\n');
    const file = files.at.get(pathname === '/' ? '/index.html' : pathname);
    if (file) return answerFile(request, file);
    // A name with an extension where files are is a file that is not there: HTML in its place would be taken for it.
    // The ids of examples have dots too, but stand under the address of a screen.
    const looksLikeFile = /^\/((assets|icons)\/.*)?[^/]*\.[A-Za-z0-9]{1,12}$/.test(pathname);
    return wantsPage && !looksLikeFile ? answerFile(request, files.index) : plain(404, 'Not found.\n');
  };

async function answerFile(request: Request, file: AppFile): Promise<Response> {
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  });
  const held = request.headers.get('if-none-match')?.split(',') ?? [];
  if (held.some((tag) => tag.trim() === file.etag)) return new Response(null, { status: 304, headers });
  const packed = acceptsGzip(request) ? await file.gzipped() : undefined;
  if (packed) headers.set('content-encoding', 'gzip');
  const bytes = packed ?? file.bytes;
  headers.set('content-length', String(bytes.byteLength));
  return new Response(bytes, { headers });
}

const plain = (status: number, text: string) =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } });

const notBuilt = () =>
  new Response(
    `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Baraza has not been built</title>
<h1>Baraza has not been built</h1>
<p>The server runs, but the folder with the app is not there. Stop the server and run <code>npm start</code>, which
builds the app and starts the server again.</p>
</html>
`,
    { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } },
  );
