/** One schedule: a seed, and what it brings about. Every choice comes from the seed, so that it can be replayed. */
import { type Seeded, seeded } from '#tests/support/seeded.ts';
import { checkBeliefs } from './checks.ts';
import * as faults from './faults.ts';
import { heal } from './heal.ts';
import type { Mutant } from './mutant.ts';
import * as people from './people.ts';
import type { Person } from './saving.ts';
import { countTasks } from './quiet.ts';
import * as traffic from './traffic.ts';
import { judge } from './verdict.ts';
import { World } from './world.ts';

interface Act {
  readonly does: (person: Person) => Promise<void>;
  readonly weight: number;
}

const everyday: readonly Act[] = [
  { does: people.newLine, weight: 5 },
  { does: people.newPerson, weight: 2 },
  { does: people.markPresence, weight: 3 },
  { does: people.setField, weight: 9 },
  { does: people.openText, weight: 7 },
  { does: people.saveText, weight: 10 },
  { does: people.settleText, weight: 4 },
  { does: traffic.beginRounds, weight: 14 },
  { does: traffic.arrive, weight: 16 },
  { does: traffic.deliver, weight: 16 },
];

/** What may befall, by class: a schedule has some of them. */
const classes: Readonly<Record<string, readonly Act[]>> = {
  deletes: [{ does: people.deleteOrUndo, weight: 5 }],
  answers: [
    { does: traffic.lose, weight: 5 },
    { does: traffic.giveUp, weight: 4 },
    { does: traffic.arriveTwice, weight: 4 },
    { does: traffic.garble, weight: 4 },
  ],
  splits: [{ does: faults.cutNetwork, weight: 5 }],
  crashes: [
    { does: faults.killSoon, weight: 6 },
    { does: faults.restart, weight: 2 },
  ],
  clocks: [
    { does: faults.jumpClock, weight: 5 },
    { does: faults.jumpServerClock, weight: 1 },
  ],
  refusals: [
    { does: people.writeBad, weight: 4 },
    { does: faults.retryRefused, weight: 2 },
  ],
  wipes: [{ does: faults.wipe, weight: 3 }],
  copies: [{ does: faults.copyDevice, weight: 3 }],
  backups: [
    { does: faults.backUpDevice, weight: 4 },
    { does: faults.restoreDevice, weight: 3 },
  ],
  restores: [{ does: faults.restoreServer, weight: 3 }],
  files: [{ does: faults.handOver, weight: 5 }],
  tabs: [
    { does: faults.openSecondTab, weight: 4 },
    { does: faults.closeTab, weight: 2 },
    { does: faults.waitLong, weight: 3 },
  ],
  members: [
    { does: faults.changeMembership, weight: 5 },
    { does: faults.joinLate, weight: 4 },
  ],
  erasures: [{ does: faults.erase, weight: 3 }],
  versions: [{ does: people.newSketch, weight: 4 }],
};

export interface ScheduleEnd {
  readonly seed: number;
  /** What people wrote. */
  readonly writings: number;
  /** Requests that the server answered. */
  readonly requests: number;
}

/** Rejects with the seed, the classes and the last steps where something did not hold. */
export async function runSchedule(seed: number, mutant?: Mutant): Promise<ScheduleEnd> {
  countTasks();
  const chance = seeded(seed);
  const has = Object.keys(classes).filter(() => chance.happens(0.35));
  const world = new World({
    seed: chance.below(2 ** 31),
    ...(mutant && { mutant }),
    limits: { maxBytes: chance.happens(0.25) ? 4096 : 524_288, pageBytes: chance.pick([500, 2500, 100_000]) },
    hasLocks: chance.happens(0.8),
    doubles: has.includes('answers'),
  });
  const acts = [...everyday, ...has.flatMap((name) => classes[name] ?? [])];
  const steps = chance.between(30, 90);
  try {
    await populate(world, chance, has.includes('members'));
    for (let step = 0; step < steps; step += 1) await takeStep(world, chance, acts);
    world.trace.push('heal');
    await heal(world);
    await judge(world);
  } catch (error) {
    throw new Error(
      `Schedule ${seed} (${has.join(', ')}), after: ${world.trace.slice(-60).join(' ')}\n${String(error)}\n${(error as Error).stack}`,
      { cause: error },
    );
  } finally {
    for (const device of world.devices) device.shut();
  }
  return { seed, writings: world.ledger.writings.length, requests: world.server.requests };
}

async function populate(world: World, chance: Seeded, someJoinLate: boolean): Promise<void> {
  const wanted = chance.between(2, 5);
  for (let made = 0; made < wanted; made += 1) {
    const device = await world.addDevice();
    await device.boot();
    if (!someJoinLate || chance.happens(0.5)) await world.join(device);
  }
  if (chance.happens(0.85)) await beginTogether(world);
}

/** The day begins with a few lines that every device has that joined. */
async function beginTogether(world: World): Promise<void> {
  const { devices, network } = world;
  for (const device of devices.slice(0, 2)) {
    for (const does of [people.newLine, people.newLine, people.newPerson])
      await does({ world, device, tab: device.tab() });
    await world.still();
  }
  network.isInstant = true;
  for (const device of [...devices, ...devices]) {
    for (const tab of device.tabs) world.beginRounds(device, tab);
    await world.still();
  }
  network.isInstant = false;
}

async function takeStep(world: World, chance: Seeded, acts: readonly Act[]): Promise<void> {
  world.nowMs += chance.pick([1, 50, 2000, 60_000]);
  // Sometimes two things at once: an answer that comes while something is written.
  const atOnce = chance.happens(0.25) ? 2 : 1;
  for (let act = 0; act < atOnce; act += 1) {
    const device = chance.pick(world.devices);
    const { does } = pickAct(chance, acts);
    world.trace.push(`${device.name}:${does.name}`);
    if (!device.isUp) await device.boot();
    else await actOn(does, { world, device, tab: device.tab() });
  }
  await world.still();
  for (const device of world.devices) {
    if (!device.hasReceived) continue;
    device.hasReceived = false;
    await checkBeliefs(world, device);
  }
}

/** What a dying device does fails, and that is all. */
const actOn = (does: Act['does'], person: Person): Promise<void> =>
  does(person).catch((error: unknown) => {
    if (!person.device.cut.isDead) throw error;
  });

function pickAct(chance: Seeded, acts: readonly Act[]): Act {
  let at = chance.below(acts.reduce((sum, { weight }) => sum + weight, 0));
  return acts.find(({ weight }) => (at -= weight) < 0) as Act;
}
