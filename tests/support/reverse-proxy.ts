/** Real reverse proxies in front of a server, with the configurations that docs/hosting.md shows. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { shownFile } from './hosting-page.ts';
import { freePort } from './server-process.ts';

export type ProxyName = 'caddy' | 'nginx';

export interface ReverseProxy {
  /** Asks through the proxy, over HTTPS that is verified. */
  readonly ask: (path: string, options?: ProxyAsk) => Promise<IncomingMessage>;
  readonly remove: () => Promise<void>;
}
export interface ProxyAsk {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export const isInstalled = (name: ProxyName): boolean =>
  spawnSync(name, [name === 'caddy' ? 'version' : '-v']).status === 0 &&
  (name === 'caddy' || spawnSync('openssl', ['version']).status === 0);

export async function reverseProxy(name: ProxyName, serverPort: number): Promise<ReverseProxy> {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-proxy-'));
  const port = await freePort();
  const { command, args, caFile } = (name === 'caddy' ? caddy : nginx)(folder, port, serverPort);
  const child = spawn(command, args, {
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString()));
  child.stderr.on('data', (text: Buffer) => (printed += text.toString()));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));

  const ask: ReverseProxy['ask'] = (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', servername: 'localhost', port, path, method, ca: readFileSync(caFile) };
      const asking = request({ ...options, agent: false, headers: { host: `localhost:${port}`, ...headers } }, resolve);
      asking.on('error', reject);
      asking.end(body);
    });
  const remove = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 100; tries += 1) {
    const answered = await ask('/api/health').catch(() => undefined);
    answered?.resume();
    if (answered) return { ask, remove };
    await setTimeout(100);
  }
  await remove();
  throw new Error(`${name} did not start:\n${printed}`);
}

interface Command {
  readonly command: string;
  readonly args: readonly string[];
  /** The certificate that vouches for the proxy's. */
  readonly caFile: string;
}
type Configure = (folder: string, port: number, serverPort: number) => Command;

const caddy: Configure = (folder, port, serverPort) => {
  const shown = shownFile('Caddyfile')
    .replace('baraza.example.org {', `https://localhost:${port} {\n\tbind 127.0.0.1\n\ttls internal`)
    .replace('127.0.0.1:8787', `127.0.0.1:${serverPort}`);
  const options = '{\n\tadmin off\n\tauto_https disable_redirects\n\tskip_install_trust\n}\n';
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, options + shown);
  return {
    command: 'caddy',
    args: ['run', '--adapter', 'caddyfile', '--config', file],
    caFile: join(folder, 'caddy/pki/authorities/local/root.crt'),
  };
};

const nginx: Configure = (folder, port, serverPort) => {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  spawnSync('openssl', ['req', '-x509', ...curve, ...subject, '-keyout', key, '-out', cert]);
  const shown = shownFile('nginx.conf')
    .replace('listen 443 ssl http2', `listen 127.0.0.1:${port} ssl http2`)
    .replace('baraza.example.org;', 'localhost;')
    .replace(/ssl_certificate .*;/, `ssl_certificate ${cert};`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${key};`)
    .replace('127.0.0.1:8787', `127.0.0.1:${serverPort}`);
  mkdirSync(join(folder, 'temp'));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (what) => `${what}_temp_path ${join(folder, 'temp', what)};`,
  );
  const http = `access_log off; ${paths.join(' ')}\n${shown}`;
  const main = `daemon off; pid ${join(folder, 'pid')}; error_log stderr; user root;\nevents {}\nhttp {\n${http}\n}\n`;
  writeFileSync(join(folder, 'nginx.conf'), process.getuid?.() === 0 ? main : main.replace('user root;', ''));
  return { command: 'nginx', args: ['-p', folder, '-c', join(folder, 'nginx.conf')], caFile: cert };
};
