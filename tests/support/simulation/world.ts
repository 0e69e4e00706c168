/** The simulated world: devices, one server, the network between them, and what people did. */
import type { Scope } from '#domain/scope.ts';
import type { PackedRecord } from '#replication/packed.ts';
import { saveServer, sendEarlier } from '#storage/scopes.ts';
import { type Seeded, seeded } from '#tests/support/seeded.ts';
import type { Image } from './disk.ts';
import { SimulatedDevice, type Tab } from './device.ts';
import { type Holdings, byKey, Ledger } from './ledger.ts';
import type { Mutant } from './mutant.ts';
import { Network } from './network.ts';
import { quiet } from './quiet.ts';
import { type ServerLimits, SimulatedServer } from './server.ts';

export const scopes: readonly Scope[] = ['session:S1', 'session:S2', 'register:R1'];
export const mostDevices = 8;

export interface WorldOptions {
  readonly seed: number;
  readonly mutant?: Mutant;
  readonly limits: ServerLimits;
  readonly hasLocks: boolean;
  readonly doubles: boolean;
}

export class World {
  readonly chance: Seeded;
  readonly server: SimulatedServer;
  readonly network: Network;
  readonly ledger = new Ledger();
  readonly devices: SimulatedDevice[] = [];
  readonly mutant: Mutant;
  /** Files that were handed over once. */
  readonly files: PackedRecord[][] = [];
  /** What happened, for whoever reads of a failure. */
  readonly trace: string[] = [];
  /** Milliseconds since 1970, by a clock that is right. */
  nowMs = 1_800_000_000_000;
  /** What the server's clock says more than it should, milliseconds. */
  serverSkewMs = 0;
  readonly #options: WorldOptions;
  readonly #unexpected: unknown[] = [];

  constructor(options: WorldOptions) {
    this.#options = options;
    this.chance = seeded(options.seed);
    this.mutant = options.mutant ?? {};
    this.server = new SimulatedServer(this.mutant, options.limits, () => this.nowMs + this.serverSkewMs);
    this.network = new Network((asking) => this.server.serve(asking));
  }

  async addDevice(): Promise<SimulatedDevice> {
    const device = new SimulatedDevice({
      name: `d${this.devices.length}`,
      chance: seeded(this.chance.below(2 ** 31)),
      network: this.network,
      mutant: this.mutant,
      now: () => this.nowMs,
      hasLocks: this.#options.hasLocks,
      doubles: this.#options.doubles,
    });
    this.devices.push(device);
    return device;
  }

  /** Devices whose app runs. */
  up(): SimulatedDevice[] {
    return this.devices.filter(({ isUp }) => isUp);
  }

  async join(device: SimulatedDevice): Promise<void> {
    const [first, ...others] = device.tabs;
    if (!first) return;
    const token = first.replica.server?.token ?? device.name;
    await saveServer(first.replica, { token, role: 'facilitator', name: 'Server', epoch: this.server.epoch });
    // Other tabs follow what the table `meta` says; see storage/follow.ts.
    for (const tab of others) tab.replica.server = first.replica.server;
  }

  sendEarlier = ({ tabs: [first] }: SimulatedDevice): Promise<void> =>
    first ? sendEarlier(first.replica) : Promise.resolve();

  /** Begins something that goes on by itself. Its failure counts, unless its device died. */
  begin(device: SimulatedDevice, work: Promise<unknown>): void {
    const { cut } = device;
    work.catch((error: unknown) => {
      // Its tab was closed, or its lock stolen.
      const isEnded = ['AbortError', 'DatabaseClosedError'].includes((error as Error).name);
      if (!isEnded && !cut.isDead) this.#unexpected.push(error);
    });
  }

  beginRounds(device: SimulatedDevice, tab: Tab): void {
    tab.rounds += 1;
    this.begin(
      device,
      tab.engine.exchange().finally(() => {
        tab.rounds -= 1;
      }),
    );
  }

  async still(): Promise<void> {
    await quiet();
    const [error] = this.#unexpected;
    if (error !== undefined) throw error;
  }

  holdings({ disk }: SimulatedDevice): Holdings {
    const { records, marks, refused } = disk.read();
    const beneath = JSON.stringify(marks.map(({ base, beneath: covered }) => [base, covered]));
    return { records: byKey(records), refused: JSON.stringify(refused), beneath };
  }

  async serverHoldings(): Promise<Holdings> {
    return { records: byKey(await this.server.records()), refused: '', beneath: '' };
  }

  /** The disk of a device is lost, and another put in; what nothing else holds is gone. */
  async loseDisk(device: SimulatedDevice, image?: Image): Promise<void> {
    await quiet();
    const lost = this.holdings(device);
    await device.replaceDisk(image);
    await this.#lose(lost);
    await device.boot();
  }

  /** The server is put back to what it was after so many changes. */
  async restoreServer(changes: number): Promise<void> {
    const lost = await this.serverHoldings();
    await this.server.restore(changes);
    await this.#lose(lost);
  }

  async #lose(lost: Holdings): Promise<void> {
    const left = this.devices.map((device) => this.holdings(device));
    this.ledger.lose(lost, [await this.serverHoldings(), ...left]);
  }
}
