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

/** Those of some devices that may read a scope now. */
export type Readers = (scope: Scope, among: readonly string[]) => Promise<ReadonlySet<string>>;

export interface EventStreams {
  /**
   * Undefined where the process has as many streams as it can hold. `endsAt`: when the device is let in no more, in
   * milliseconds since 1970; the stream ends with the next heartbeat.
   */
  open(device: string, endsAt?: number): ReadableStream<Uint8Array> | undefined;
  /** Hands a poke to every stream whose device may read the scope. */
  poke(poke: Poke): void;
  closeDevice(device: string): void;
  closeAll(): void;
  readonly count: number;
}

interface OpenStream {
  send(poke: Poke): void;
  close(): void;
}

export function eventStreams(readers: Readers, everyMs = heartbeatMs, now = Date.now): EventStreams {
  const open = new Map<string, OpenStream[]>();
  /** The newest head of each scope whose readers are being asked for. */
  const offered = new Map<Scope, number>();
  const all = () => [...open.values()].flat();
  const forget = (device: string, stream: OpenStream) => {
    const left = (open.get(device) ?? []).filter((other) => other !== stream);
    if (left.length > 0) open.set(device, left);
    else open.delete(device);
  };

  const tell = async (scope: Scope): Promise<void> => {
    for (let told = 0, newest = offered.get(scope) ?? 0; newest > told; newest = offered.get(scope) ?? 0) {
      // Where the database cannot be asked (it is closing, it is away), the poke is missed.
      const may = await readers(scope, [...open.keys()]).catch(() => new Set<string>());
      for (const device of may) for (const stream of open.get(device) ?? []) stream.send({ scope, head: newest });
      told = newest;
    }
    offered.delete(scope);
  };

  return {
    open: (device, endsAt = Infinity) => {
      if (all().length >= maxStreams) return undefined;
      const isOver = () => now() >= endsAt;
      const opened = openStream(everyMs, isOver, (stream) => forget(device, stream));
      const streams = [...(open.get(device) ?? []), opened.stream];
      open.set(device, streams);
      for (const old of streams.slice(0, -streamsPerDevice)) old.close();
      return opened.body;
    },
    poke: ({ scope, head }) => {
      if (open.size === 0) return;
      // One question for all streams, and one at a time for a scope, however fast its pokes come.
      const asking = offered.has(scope);
      offered.set(scope, Math.max(head, offered.get(scope) ?? 0));
      if (!asking) void tell(scope);
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

function openStream(
  everyMs: number,
  isOver: () => boolean,
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
    if (isOver()) stream.close();
    else if ((controller?.desiredSize ?? 0) > 0) write(': here\n\n');
  }, everyMs);
  heartbeat.unref();

  const end = () => {
    clearInterval(heartbeat);
    controller = undefined;
    onClose(stream);
  };
  const stream: OpenStream = {
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
