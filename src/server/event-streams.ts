/**
 * The open event streams: a few per device, of which the newest stay. A stream whose reader is slow keeps only
 * the newest head of each scope, so that it never grows beyond the scopes there are.
 */
import type { Scope } from '#domain/scope.ts';
import type { Poke } from '#server/pokes.ts';

/** More than one, so that a tab that takes over from another does not push it out before it is gone. */
export const streamsPerDevice = 3;
/** Streams of one process. */
export const maxStreams = 5_000;
/** A comment is sent this often, so that neither side nor a proxy takes the silence for a dead line. */
export const heartbeatMs = 25_000;

export interface EventStreams {
  /** Undefined where the process has as many streams as it can hold. */
  open(device: string, mayRead: (scope: Scope) => Promise<boolean>): ReadableStream<Uint8Array> | undefined;
  /** Hands a poke to every stream whose device may read the scope. */
  poke(poke: Poke): void;
  closeDevice(device: string): void;
  closeAll(): void;
  readonly count: number;
}

interface OpenStream {
  send(poke: Poke): void;
  close(): void;
  readonly mayRead: (scope: Scope) => Promise<boolean>;
}

export function eventStreams(everyMs = heartbeatMs): EventStreams {
  const open = new Map<string, OpenStream[]>();
  const all = () => [...open.values()].flat();
  const forget = (device: string, stream: OpenStream) => {
    const left = (open.get(device) ?? []).filter((other) => other !== stream);
    if (left.length > 0) open.set(device, left);
    else open.delete(device);
  };

  return {
    open: (device, mayRead) => {
      if (all().length >= maxStreams) return undefined;
      const opened = openStream(mayRead, everyMs, (stream) => forget(device, stream));
      const streams = [...(open.get(device) ?? []), opened.stream];
      open.set(device, streams);
      for (const old of streams.slice(0, -streamsPerDevice)) old.close();
      return opened.body;
    },
    poke: (poke) => {
      for (const stream of all()) void offer(stream, poke);
    },
    closeDevice: (device) => {
      for (const stream of open.get(device) ?? []) stream.close();
    },
    closeAll: () => {
      for (const stream of all()) stream.close();
    },
    get count() {
      return all().length;
    },
  };
}

/** A stream whose device cannot be asked about (the database is closing) misses the poke. */
async function offer(stream: OpenStream, poke: Poke): Promise<void> {
  const may = await stream.mayRead(poke.scope).catch(() => false);
  if (may) stream.send(poke);
}

function openStream(
  mayRead: OpenStream['mayRead'],
  everyMs: number,
  onClose: (stream: OpenStream) => void,
): { body: ReadableStream<Uint8Array>; stream: OpenStream } {
  const encoder = new TextEncoder();
  const waiting = new Map<Scope, number>();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;

  const write = (text: string) => controller?.enqueue(encoder.encode(text));
  const flush = () => {
    for (const [scope, head] of waiting) {
      if ((controller?.desiredSize ?? 0) <= 0) return;
      // Taken out first: a write that is read at once asks for the next before it returns.
      waiting.delete(scope);
      write(`data: ${JSON.stringify({ scope, head })}\n\n`);
    }
  };
  const heartbeat = setInterval(() => {
    if ((controller?.desiredSize ?? 0) > 0) write(': here\n\n');
  }, everyMs);
  heartbeat.unref();

  const end = () => {
    clearInterval(heartbeat);
    controller = undefined;
    onClose(stream);
  };
  const stream: OpenStream = {
    mayRead,
    send: ({ scope, head }) => {
      waiting.set(scope, Math.max(head, waiting.get(scope) ?? 0));
      flush();
    },
    close: () => {
      controller?.close();
      end();
    },
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (started) => {
        controller = started;
        write(': here\n\n');
      },
      pull: flush,
      cancel: end,
    },
    { highWaterMark: 16 },
  );
  return { body, stream };
}
