/** A line to a server that a test can cut in the middle of an upload, as a weak network does. */
import { createServer, connect, type Socket } from 'node:net';

export interface CuttingProxy {
  /** `http://localhost:<port>` */
  readonly url: string;
  /** Every `Upload-Offset` that was sent up, in order. */
  readonly offsets: readonly number[];
  /** Cuts the line in the piece that begins at `offset`, after so many bytes of it; nothing goes until `mend`. */
  readonly cutIn: (offset: number, bytes: number) => void;
  readonly isCut: () => boolean;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

export async function cuttingProxy(port: number): Promise<CuttingProxy> {
  const offsets: number[] = [];
  const sockets = new Set<Socket>();
  let wanted: { readonly offset: number; readonly bytes: number } | undefined;
  let cut = false;

  const server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    let [piece, sent] = [-1, 0];
    const end = () => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', end);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    if (cut) return end();
    upstream.pipe(client);
    client.on('data', (chunk) => {
      for (const [, offset] of chunk.toString('latin1').matchAll(/\r\nupload-offset: (\d+)\r\n/gi)) {
        offsets.push(Number(offset));
        [piece, sent] = [Number(offset), 0];
      }
      sent += chunk.length;
      if (piece === wanted?.offset && sent > wanted.bytes) {
        cut = true;
        // What has come so far reaches the server.
        upstream.write(chunk, () => [...sockets].forEach((socket) => socket.destroy()));
        return;
      }
      upstream.write(chunk);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');

  return {
    url: `http://localhost:${address.port}`,
    offsets,
    cutIn: (offset, bytes) => (wanted = { offset, bytes }),
    isCut: () => cut,
    mend: () => {
      wanted = undefined;
      cut = false;
    },
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
