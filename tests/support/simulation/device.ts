/** One device: the real store on a disk in memory, with the real engine in each of its tabs. */
import type { ReplicaStore } from '#replication/replica-store.ts';
import { dexieReplica } from '#storage/dexie-replica.ts';
import { openReplica, type Replica } from '#storage/replica.ts';
import { type Engine, syncEngine } from '#sync/engine.ts';
import { type Locks, roundLock } from '#sync/leader.ts';
import { syncTransport } from '#sync/transport.ts';
import type { Seeded } from '#tests/support/seeded.ts';
import { Cut } from './cut.ts';
import { Disk, type Image } from './disk.ts';
import type { Editor } from './editor.ts';
import type { Mutant } from './mutant.ts';
import type { Network } from './network.ts';
import { WebLocks } from './web-locks.ts';

export interface Tab {
  readonly replica: Replica;
  readonly engine: Engine;
  readonly editors: Editor[];
  rounds: number;
}

export interface DeviceParts {
  readonly name: string;
  readonly chance: Seeded;
  readonly network: Network;
  readonly mutant: Mutant;
  /** Milliseconds since 1970 by a clock that is right. */
  readonly now: () => number;
  readonly hasLocks: boolean;
  /** Whether an answer is sometimes taken in twice. */
  readonly doubles: boolean;
}

export class SimulatedDevice {
  readonly name: string;
  tabs: Tab[] = [];
  /** What this device's clock says more than it should, milliseconds. */
  skewMs = 0;
  /** Whether it took an answer in since it was last looked at. */
  hasReceived = false;
  readonly images: Image[] = [];
  /** Counts the disks this device has had. */
  generation = 0;
  cut = new Cut();
  disk: Disk;
  #locks: Locks | undefined;
  readonly #parts: DeviceParts;

  constructor(parts: DeviceParts) {
    this.name = parts.name;
    this.disk = new Disk(parts.name);
    this.#parts = parts;
  }

  get isUp(): boolean {
    return !this.cut.isDead && this.tabs.length > 0;
  }

  tab(): Tab {
    return this.#parts.chance.pick(this.tabs);
  }

  readonly clock = {
    now: () => Math.max(0, this.#parts.now() + this.skewMs),
    random: (bytes: Uint8Array<ArrayBuffer>) => {
      for (const at of bytes.keys()) bytes[at] = this.#parts.chance.below(256);
      return bytes;
    },
  };

  /** Starts the app on what is on the disk. */
  async boot(): Promise<void> {
    this.shut();
    this.cut = new Cut();
    this.#locks = this.#parts.hasLocks ? new WebLocks() : undefined;
    await this.openTab();
  }

  async openTab(): Promise<void> {
    const replica = await openReplica(this.disk.open(this.cut), this.clock);
    const store = this.#watched(dexieReplica(replica));
    const { network, mutant } = this.#parts;
    const engine = syncEngine({
      store: mutant.store?.(store) ?? store,
      send: syncTransport({
        fetch: (_path, init) => network.fetch(this.name, init),
        timeout: () => new AbortController().signal,
        now: this.clock.now,
      }),
      now: this.clock.now,
      app: 'simulated',
      lock: roundLock(this.#locks, this.clock.now),
    });
    this.tabs.push({ replica, engine, editors: [], rounds: 0 });
  }

  closeTab(tab: Tab): void {
    tab.replica.db.close();
    this.tabs = this.tabs.filter((one) => one !== tab);
  }

  /** Every tab is gone, in the middle of whatever it did. */
  shut(): void {
    this.cut.isDead = true;
    for (const tab of this.tabs) tab.replica.db.close();
    this.tabs = [];
    this.#parts.network.orphan(this.name);
  }

  /** Another disk is put in, empty or with what an image holds. */
  async replaceDisk(image: Image | undefined): Promise<void> {
    this.shut();
    this.generation += 1;
    this.disk = new Disk(this.name);
    if (!image) return;
    const db = this.disk.open(new Cut());
    await db.transaction('rw', db.tables, () =>
      Promise.all([...image].map(([name, rows]) => db.table(name).bulkPut([...rows]))),
    );
    db.close();
  }

  #watched(store: ReplicaStore): ReplicaStore {
    return {
      ...store,
      receive: async (push, answer, at) => {
        const received = await store.receive(push, answer, at);
        if (this.#parts.doubles && this.#parts.chance.happens(0.2)) await store.receive(push, answer, at);
        this.hasReceived = true;
        return received;
      },
    };
  }
}
