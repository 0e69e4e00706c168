/**
 * Rounds: what is due goes up, what is new comes down, repeated while there is more. A round is link, push, POST,
 * receive; everything it needs is an argument, so that a test can be the network, the clock and the disk.
 *
 * Neither side waits for the other: while the server works the next records are read, and they are on their way before
 * the answer is taken in.
 */
import { protocolVersion, type SyncAnswer } from '#replication/protocol.ts';
import type { RenewAnswer } from '#replication/device-list.ts';
import type { Link, Push, ReplicaStore } from '#replication/replica-store.ts';
import { elsewhere } from './leader.ts';
import type { Sent, Transport } from './transport.ts';

export interface EngineParts {
  readonly store: ReplicaStore;
  readonly send: Transport;
  /** Milliseconds since 1970 by the device's clock. */
  readonly now: () => number;
  /** The app's version. */
  readonly app: string;
  /** Asks for another token; undefined where the server gave none. Absent: tokens are never renewed. */
  readonly renew?: ((token: string) => Promise<RenewAnswer | undefined>) | undefined;
  readonly lock: <T>(round: () => Promise<T>) => Promise<T | typeof elsewhere>;
  /** Hears of each request before it goes, with the records in it. */
  readonly onSending?: ((records: number) => void) | undefined;
}

export type RoundsEnd =
  /** Everything due was exchanged, or `more` is left after as many rounds as one sitting takes. */
  | { readonly type: 'rounds/done'; readonly more: boolean }
  | { readonly type: 'rounds/no-server' }
  | { readonly type: 'rounds/elsewhere' }
  /** The server answers and nothing moves: a fault on either side, not worth asking at once again. */
  | { readonly type: 'rounds/stalled' }
  | { readonly type: 'transport/revoked' }
  | Exclude<Sent, { readonly type: 'transport/answered' | 'transport/too-large' | 'transport/revoked' }>;

type Step = RoundsEnd | 'again' | 'idle';

/** A request that is on its way. */
interface Flight {
  readonly token: string;
  readonly push: Push;
  readonly sent: Promise<Sent>;
}

/** Of the deltas of one request, unpacked: less than half of what the wire takes. */
export const maxPushBytes = 240_000;
/** UTF-16 units of JSON of a record that any server and any proxy takes. */
const alwaysCarriedLength = 8_000;
/** Rounds of one sitting. */
export const maxRounds = 200;
const idleRoundsBeforeStalled = 3;
/** A renewal that came to nothing is tried again after so long. */
const renewEveryMs = 3_600_000;

export interface Engine {
  /** Rejects only where the database does. */
  exchange(): Promise<RoundsEnd>;
}

export function syncEngine(parts: EngineParts): Engine {
  let pushBytes = maxPushBytes;
  let renewAgainAt = Number.NEGATIVE_INFINITY;
  let flying: Flight | undefined;
  /** Whether the store took in whatever came before the present answer, as the request after it supposed. */
  let tookAll = true;

  const round = async (): Promise<Step> => {
    const taken = flying ?? (await takeOff());
    flying = undefined;
    if ('type' in taken) return taken;
    const { token, push } = taken;
    const following = push.more ? await parts.store.nextPush(pushBytes, push) : { ...push, deltas: [] };
    const sent = await taken.sent;
    if (sent.type === 'transport/answered') {
      pushBytes = Math.min(maxPushBytes, pushBytes * 2);
      const { answer } = sent;
      if (tookAll && goesOn(push, answer)) flying = send(token, withCursorsOf(following, answer));
      const received = await parts.store.receive(push, answer, parts.now());
      tookAll = received.pulled === recordsIn(answer);
      if (!received.more) return { type: 'rounds/done', more: false };
      const moved = received.cleared + received.pulled + received.refused > 0 || received.epochChanged;
      return moved ? 'again' : 'idle';
    }
    if (sent.type === 'transport/too-large') return cutDown(push, sent.maxBytes);
    if (sent.type === 'transport/revoked') {
      await parts.store.turnedAway({ because: sent.because, ask: sent.ask, at: parts.now() });
    }
    if (sent.type === 'transport/unauthorised' && (await hasAnotherToken(token))) return 'again';
    // What took too long is tried with less.
    if (sent.type === 'transport/timed-out') pushBytes = halfOf(push);
    return sent;
  };

  const takeOff = async (): Promise<Flight | RoundsEnd> => {
    const link = await renewedLink();
    if (!link) return { type: 'rounds/no-server' };
    // What the server said is kept in the store; it is not asked again.
    if (link.revoked) return { type: 'transport/revoked' };
    tookAll = true;
    return send(link.token, await parts.store.nextPush(pushBytes));
  };

  const send = (token: string, push: Push): Flight => {
    const { epoch, cursors, deltas, tablet } = push;
    parts.onSending?.(deltas.length);
    const request = { protocol: protocolVersion, epoch, sentAt: parts.now(), app: parts.app, cursors, deltas };
    return { token, push, sent: parts.send(token, { ...request, ...(tablet && { tablet }) }) };
  };

  /** The link, with a token that is renewed in time. Where that fails the present one goes on, and it is tried later. */
  const renewedLink = async (): Promise<Link | undefined> => {
    const link = await parts.store.link();
    if (!parts.renew || !link?.renewalDue || link.revoked || parts.now() < renewAgainAt) return link;
    renewAgainAt = parts.now() + renewEveryMs;
    const renewal = await parts.renew(link.token);
    if (!renewal) return link;
    await parts.store.renewed(link.token, renewal.token, renewal.expiresAt);
    return parts.store.link();
  };

  /** Whether another tab renewed the token that was refused, or the one before it is there to go back to. */
  const hasAnotherToken = async (refused: string): Promise<boolean> =>
    (await parts.store.link())?.token !== refused || parts.store.backToFormer(refused);

  /**
   * Half as much; a single record that no request can carry goes to the list of what needs a look. A small one can be
   * carried, whatever stands in between and says: `maxBytes` is in the server's own word alone.
   */
  const cutDown = async (push: Push, maxBytes: number | undefined): Promise<Step> => {
    if (push.deltas.length === 0) return { type: 'rounds/stalled' };
    const isAlone = push.deltas.length === 1;
    if (isAlone && maxBytes === undefined && JSON.stringify(push.deltas).length <= alwaysCarriedLength)
      return { type: 'transport/failing', status: 413 };
    if (isAlone) await parts.store.refuse(push, [{ delta: 0, reason: 'too-large' }], parts.now());
    else pushBytes = halfOf(push);
    return 'again';
  };

  return {
    exchange: async () => {
      let idle = 0;
      flying = undefined;
      for (let done = 0; done < maxRounds; done += 1) {
        const step = await parts.lock(round);
        if (step === elsewhere) return { type: 'rounds/elsewhere' };
        if (typeof step === 'object') return step;
        idle = step === 'idle' ? idle + 1 : 0;
        if (idle >= idleRoundsBeforeStalled) return { type: 'rounds/stalled' };
      }
      return { type: 'rounds/done', more: true };
    },
  };
}

/** Whether more is to be sent or fetched, whatever the store makes of this answer. */
const goesOn = ({ epoch, more }: Push, { epoch: of, changes }: SyncAnswer): boolean =>
  of === epoch && (more || changes.some((page) => page.more));

const recordsIn = ({ changes }: SyncAnswer): number => changes.reduce((sum, { records }) => sum + records.length, 0);

/** Where the store does not take a page in, its cursor stays, and the page after it is ignored. */
const withCursorsOf = (push: Push, { changes }: SyncAnswer): Push => ({
  ...push,
  cursors: { ...push.cursors, ...Object.fromEntries(changes.map(({ scope, cursor }) => [scope, cursor])) },
});

const halfOf = ({ deltas }: Push): number => Math.max(1, Math.floor(JSON.stringify(deltas).length / 2));
