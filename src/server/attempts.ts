/**
 * A limit on wrong join codes per address: codes are short enough to read aloud, so guessing them has to be
 * slow. A room of tablets behind one address that types right is never held up.
 */

/** Wrong codes in a row that an address may try at once, and how long until it may try one more. */
export const wrongCodesAtOnce = 20;
export const wrongCodeEveryMs = 10_000;
const maxAddresses = 10_000;

export interface Attempts {
  /** 0 where the address may try a code now, else how long it has to wait, in milliseconds. */
  waitMs(address: string, now: number): Promise<number>;
  /** Counts a wrong code. */
  failed(address: string, now: number): Promise<void>;
}

const allowanceMs = wrongCodesAtOnce * wrongCodeEveryMs;

/** How long an address has to wait whose allowance is full again at a time; undefined: it is full. */
export const waitUntil = (fullAt: number | undefined, now: number): number =>
  Math.max(0, (fullAt ?? 0) - now - allowanceMs + wrongCodeEveryMs);

/** For one process, in memory. */
export function joinAttempts(): Attempts {
  /** When each address's allowance is full again; an address that is not here has its full allowance. */
  const fullAt = new Map<string, number>();

  return {
    waitMs: async (address, now) => waitUntil(fullAt.get(networkOf(address)), now),
    failed: async (address, now) => {
      const network = networkOf(address);
      if (fullAt.size >= maxAddresses) {
        for (const [known, at] of fullAt) if (at <= now) fullAt.delete(known);
        if (fullAt.size >= maxAddresses) fullAt.clear();
      }
      fullAt.set(network, Math.max(fullAt.get(network) ?? 0, now) + wrongCodeEveryMs);
    },
  };
}

/** An IPv6 network of 64 bits is one household or office: whoever has one has all its addresses. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address;
  const [head = ''] = address.split('::');
  const groups = head.split(':').slice(0, 4);
  return [...groups, ...Array.from({ length: 4 - groups.length }, () => '0')].join(':');
}
