/**
 * What screens may ask of the server, and the start of everything that talks to it. The engine comes after the first
 * paint, in a chunk of its own: a tablet without a server starts no later for it.
 */
import type { ServerCalls } from '#sync/status.ts';

const bridge = async (): Promise<ServerCalls> => (await import('./sync-bridge.ts')).bridge();

const retryMs = 30_000;

/** Called once, after the first paint. A chunk that did not come, or a store that did not open, is tried again. */
export function startSync(): void {
  void bridge().catch(() => window.setTimeout(startSync, retryMs));
}

export const serverCalls: ServerCalls = {
  join: async (typed, deviceName) => (await bridge()).join(typed, deviceName),
  invite: async (scopes, hours) => (await bridge()).invite(scopes, hours),
  sendEarlier: async () => (await bridge()).sendEarlier(),
  tryNow: () => void bridge().then((calls) => calls.tryNow()),
};
