/** Where the server is reached, in the words it is printed with. */

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** The address to open on this machine, for the host and port that the server listens on. */
export function localOrigin(secure: boolean, host: string, port: number): string {
  const here = isLoopback(host) || host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `${secure ? 'https' : 'http'}://${here.includes(':') ? `[${here}]` : here}:${port}`;
}
