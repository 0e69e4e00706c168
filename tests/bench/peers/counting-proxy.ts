/**
 * Stands before a server and counts what crosses the socket: heads of HTTP and frames of WebSocket included. The page
 * comes from here too, so that it is of the server's origin; that is not counted.
 */
import { createServer, connect, type AddressInfo, type Socket } from 'node:net';
import { type BuiltPage, pageFolder } from './built-page.ts';

export interface Crossed {
  /** Bytes from the page to the server. */
  readonly up: number;
  readonly down: number;
}
export interface CountingProxy {
  /** `http://localhost:<port>` */
  readonly url: string;
  /** What crossed since this was asked for the last time. */
  readonly crossed: () => Crossed;
  readonly close: () => Promise<void>;
}

export async function countingProxy(port: number, page: BuiltPage): Promise<CountingProxy> {
  let [up, down] = [0, 0];
  const open = new Set<Socket>();
  const track = (socket: Socket, other?: Socket) => {
    open.add(socket);
    socket.on('error', () => other?.destroy());
    socket.on('close', () => {
      open.delete(socket);
      other?.destroy();
    });
  };

  const carry = (device: Socket, first: Buffer) => {
    const behind = connect({ port, host: '127.0.0.1', noDelay: true });
    track(device, behind);
    track(behind, device);
    const send = (bytes: Buffer) => (up += bytes.length);
    send(first);
    behind.write(first);
    device.on('data', send);
    behind.on('data', (bytes) => (down += bytes.length));
    device.pipe(behind);
    behind.pipe(device);
  };

  const server = createServer({ noDelay: true }, (device) => {
    track(device);
    device.once('data', (first) => {
      device.pause();
      const [, path] = /^GET (\S+) /.exec(first.toString('latin1')) ?? [];
      if (path?.startsWith(pageFolder) === true) void page.answer(path).then((answer) => device.end(answer));
      else carry(device, first);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    crossed: () => {
      const since = { up, down };
      [up, down] = [0, 0];
      return since;
    },
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
