/**
 * What screens may ask of the server, and the start of everything that talks to it. The engine comes after the first
 * paint, in a chunk of its own: a tablet without a server starts no later for it.
 */
import type { PhotoSource } from '#parts/photo-source.ts';
import type { ServerCalls } from '#sync/status.ts';
import type { Bridge } from './sync-bridge.ts';

const bridge = async (): Promise<Bridge> => (await import('./sync-bridge.ts')).bridge();
const calls = async (): Promise<ServerCalls> => (await bridge()).calls;

const retryMs = 30_000;

/** Called once, after the first paint. A chunk that did not come, or a store that did not open, is tried again. */
export function startSync(): void {
  void bridge().catch(() => window.setTimeout(startSync, retryMs));
}

export const serverCalls: ServerCalls = {
  join: async (typed, deviceName) => (await calls()).join(typed, deviceName),
  invite: async (inviting) => (await calls()).invite(inviting),
  devices: async () => (await calls()).devices(),
  revoke: async (device) => (await calls()).revoke(device),
  extend: async (device, days) => (await calls()).extend(device, days),
  sendEarlier: async () => (await calls()).sendEarlier(),
  tryNow: () => void calls().then((of) => of.tryNow()),
  compare: async () => (await calls()).compare(),
};

/** A picture that is looked at before there is a bridge waits for it; one that is left meanwhile is not asked for. */
export const photoSource: PhotoSource = {
  want: (sha256, tell) => {
    let open = true;
    let leave: () => void = () => undefined;
    void bridge().then(
      ({ photos }) => {
        if (open) leave = photos.want(sha256, tell);
      },
      () => open && tell('away'),
    );
    return () => {
      open = false;
      leave();
    };
  },
};
