/** This device's store, opened: the database with what a write needs to know of who writes, and when. */
import type { NounName } from '#domain/registry.ts';
import { newId } from '#domain/id.ts';
import type { TurnedAway } from '#replication/replica-store.ts';
import { newWriter, type Writer } from '#replication/stamp.ts';
import type { BarazaDatabase } from '#storage/database.ts';

export interface Clock {
  /** Milliseconds since 1970 by this device's clock. */
  now(): number;
  random(bytes: Uint8Array<ArrayBuffer>): Uint8Array;
}

/** This device, as it names itself. Kept in the table `meta` under `device`. */
export interface DeviceMeta {
  readonly deviceId: string;
  /** Who holds the tablet now; null until somebody has said. */
  readonly holder: string | null;
  /** Names used before on this tablet, latest first, at most 12. */
  readonly holders: readonly string[];
  /** What people call this tablet; absent until somebody has said. */
  readonly name?: string;
  readonly firstOpenedAt: number;
}

/** The server this device has joined. Kept in the table `meta` under `server`. */
export interface ServerMeta {
  readonly token: string;
  readonly role: string;
  readonly name: string;
  readonly joinedAt: number;
  /** The journal's identity; null before its first answer. */
  readonly epoch: string | null;
  /** Server clock minus device clock, milliseconds, as learnt from the last answer. */
  readonly offsetMs: number;
  readonly lastAnswerAt: number | null;
  /** Set when the server said that this device is no longer welcome. */
  readonly revokedAt?: number | undefined;
  /** How the server turned this device away; absent since it last let it in. */
  readonly turnedAway?: TurnedAway | undefined;
  /** Names of tablets whose people can let this device in again, as the server said when it joined. */
  readonly ask?: readonly string[] | undefined;
  /** When the token ends, by the server's clock; absent where the server has not said. */
  readonly expiresAt?: number | undefined;
  /** When to ask for another, by the server's clock. */
  readonly renewAt?: number | undefined;
  /** The token before this one: a server that was put back to before the renewal knows no other. */
  readonly formerToken?: string | undefined;
}

export class Replica {
  readonly db: BarazaDatabase;
  readonly clock: Clock;
  /** Drawn afresh at each opening, so that a copied store cannot write another's stamps. */
  writer: Writer;
  device: DeviceMeta;
  server: ServerMeta | undefined;
  /** Scopes known to be whole, so that a write need not ask again. */
  readonly whole = new Set<string>();

  constructor(db: BarazaDatabase, clock: Clock, device: DeviceMeta, server: ServerMeta | undefined) {
    this.db = db;
    this.clock = clock;
    this.writer = newWriter((bytes) => clock.random(bytes));
    this.device = device;
    this.server = server;
  }

  /** The corrected time, milliseconds since 1970, never below 0. */
  now(): number {
    return Math.max(0, this.clock.now() + (this.server?.offsetMs ?? 0));
  }

  newId<N extends NounName>(noun: N) {
    return newId(noun, (bytes) => this.clock.random(bytes));
  }

  async setHolder(name: string): Promise<void> {
    const holder = name.trim().slice(0, 120);
    await this.changeDevice((device) => ({
      ...device,
      holder: holder === '' ? null : holder,
      holders:
        holder === '' ? device.holders : [holder, ...device.holders.filter((other) => other !== holder)].slice(0, 12),
    }));
  }

  /** Its server learns the name when the tablet joins, and with each sync. */
  async setName(name: string): Promise<void> {
    await this.changeDevice((device) => ({ ...device, name: name.trim().slice(0, 100) }));
  }

  async changeDevice(change: (device: DeviceMeta) => DeviceMeta): Promise<void> {
    this.device = await this.db.transaction('rw', this.db.meta, async () => {
      const row = await this.db.meta.get('device');
      const device = change((row?.value as DeviceMeta | undefined) ?? this.device);
      await this.db.meta.put({ key: 'device', value: device });
      return device;
    });
  }
}

/** Opens a store, naming the device at first. Rejects with Dexie's error where the database cannot be opened. */
export async function openReplica(db: BarazaDatabase, clock: Clock): Promise<Replica> {
  const [device, server] = await db.transaction('rw', db.meta, async () => {
    const known = (await db.meta.get('device'))?.value as DeviceMeta | undefined;
    const fresh: DeviceMeta = {
      deviceId: newId('device', (bytes) => clock.random(bytes)),
      holder: null,
      holders: [],
      firstOpenedAt: clock.now(),
    };
    if (!known) await db.meta.put({ key: 'device', value: fresh });
    return [known ?? fresh, (await db.meta.get('server'))?.value as ServerMeta | undefined] as const;
  });
  return new Replica(db, clock, device, server);
}
