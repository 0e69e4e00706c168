/** The browser's fetch, clock and gzip, as the sync engine asks for them. */
import type { Wire } from '#sync/wire.ts';

export const browserWire = (): Wire => ({
  fetch: (url, init) => fetch(url, init),
  timeout: (ms) => AbortSignal.timeout(ms),
  now: () => Date.now(),
  gzip: typeof CompressionStream === 'undefined' ? undefined : gzip,
});

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}
