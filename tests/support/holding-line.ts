/** A line to a server that holds back what a service worker fetches, to see how much it asks for at a time. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HoldingLine {
  /** `http://localhost:<port>` */
  readonly url: string;
  /** The most files of the app that were asked for and not answered at one time. */
  readonly most: () => number;
  readonly close: () => Promise<void>;
}

/** How long so many are waited for. */
const patienceMs = 20_000;

/** Answers nothing of it before so many files have been asked for. */
export async function holdingLine(port: number, expected: number): Promise<HoldingLine> {
  let [waiting, most] = [0, 0];
  const { promise: enough, resolve: letGo } = Promise.withResolvers<void>();
  const patience = setTimeout(letGo, patienceMs);
  const untilEnough = async () => {
    waiting += 1;
    most = Math.max(most, waiting);
    if (waiting === expected) letGo();
    await enough;
    waiting -= 1;
  };

  const server = createServer((asked, answer) => {
    const pass = async () => {
      // What a page loads says that it is a script or a style.
      if (asked.headers['sec-fetch-dest'] === 'empty' && asked.url?.startsWith('/assets/') === true)
        await untilEnough();
      const told = await fetch(`http://localhost:${port}${asked.url}`);
      const headers = Object.fromEntries(told.headers);
      for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) delete headers[name];
      answer.writeHead(told.status, headers).end(Buffer.from(await told.arrayBuffer()));
    };
    pass().catch(() => answer.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    most: () => most,
    close: async () => {
      clearTimeout(patience);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
