/** What befalls devices, networks and servers. Each fault belongs to a class; a schedule has some of the classes. */
import { eraseRecord } from '#storage/erasure.ts';
import { importRecords, readRecords } from '#storage/import.ts';
import { retryQuarantined } from '#storage/quarantine.ts';
import { someRow } from './people.ts';
import type { Person } from './saving.ts';
import { mostDevices, scopes, type World } from './world.ts';
import { quiet } from './quiet.ts';
import type { SimulatedDevice } from './device.ts';

const yearMs = 365.25 * 86_400_000;

/** The app is killed after a few more writes of its store, or at once. */
export async function killSoon({ world, device }: Person): Promise<void> {
  device.cut.writesLeft = world.chance.below(6);
}

/** A dead app is started again, where nobody did so yet; a live one is closed and opened. */
export async function restart({ device }: Person): Promise<void> {
  await device.boot();
}

export async function jumpClock({ world, device }: Person): Promise<void> {
  const { chance, nowMs } = world;
  device.skewMs = chance.pick([
    0,
    -nowMs,
    2_051_222_400_000 - nowMs,
    chance.between(-3, 3) * yearMs,
    chance.between(-5, 5) * 60_000,
  ]);
}

export async function jumpServerClock({ world }: Person): Promise<void> {
  world.serverSkewMs = world.chance.pick([0, -world.nowMs, 9 * yearMs, -600_000]);
}

export async function cutNetwork({ world, device }: Person): Promise<void> {
  if (!world.network.away.delete(device.name)) world.network.away.add(device.name);
}

export async function openSecondTab({ device }: Person): Promise<void> {
  if (device.tabs.length < 3) await device.openTab();
}

export async function closeTab({ device, tab }: Person): Promise<void> {
  if (device.tabs.length > 1) device.closeTab(tab);
}

/** Long enough for a lock to be taken from a frozen tab. */
export async function waitLong({ world }: Person): Promise<void> {
  world.nowMs += 3 * 60_000;
}

/** The store is deleted, by the browser or with the tablet; who has it joins again. */
export async function wipe({ world, device }: Person): Promise<void> {
  await world.loseDisk(device);
  if (world.chance.happens(0.7)) await world.join(device);
}

export async function backUpDevice({ device }: Person): Promise<void> {
  await quiet();
  if (device.images.length < 3) device.images.push(device.disk.image());
}

export async function restoreDevice({ world, device }: Person): Promise<void> {
  if (device.images.length === 0) return;
  await world.loseDisk(device, world.chance.pick(device.images));
}

/** A tablet's disk is copied to another, and both go on. */
export async function copyDevice({ world, device }: Person): Promise<void> {
  if (world.devices.length >= mostDevices) return;
  await quiet();
  const image = device.disk.image();
  const copy = await world.addDevice();
  await copy.replaceDisk(image);
  await copy.boot();
  device.generation += 1;
}

export async function restoreServer({ world }: Person): Promise<void> {
  const { chance, server } = world;
  const kept = chance.happens(0.2) ? 0 : chance.below(server.log.length + 1);
  await world.restoreServer(kept);
}

/** Everything of a device, or of one scope, is brought to another as a file; or comes from a file of before. */
export async function handOver({ world, device, tab }: Person): Promise<void> {
  const { chance, files } = world;
  if (files.length > 0 && chance.happens(0.3)) {
    world.begin(device, importRecords(tab.replica, chance.pick(files)));
    return;
  }
  const others = world.up().filter((other) => other !== device);
  if (others.length === 0) return;
  const only = chance.happens(0.3) ? new Set<string>([chance.pick(scopes)]) : undefined;
  const file = await readRecords(tab.replica.db, only);
  if (files.length < 4) files.push(file);
  const to = chance.pick(others);
  world.begin(to, importRecords(to.tab().replica, file));
}

export async function changeMembership({ world, device, tab }: Person): Promise<void> {
  const { chance, server } = world;
  const token = tab.replica.server?.token;
  if (token === undefined) return;
  const scope = chance.pick(scopes);
  const closed = server.closed.get(token) ?? new Set();
  server.closed.set(token, closed);
  if (!closed.delete(scope)) closed.add(scope);
  if (chance.happens(0.2)) await revokeOrInvite(world, device, token);
}

async function revokeOrInvite(world: World, device: SimulatedDevice, token: string): Promise<void> {
  if (!world.server.revoked.delete(token)) world.server.revoked.add(token);
  else await world.join(device);
}

export async function joinLate({ world, device, tab }: Person): Promise<void> {
  if (!tab.replica.server) await world.join(device);
  else if (world.chance.happens(0.5)) await world.sendEarlier(device);
}

export async function retryRefused({ world, device, tab }: Person): Promise<void> {
  const [first] = await tab.replica.db.quarantine.toArray();
  if (first?.seq !== undefined) world.begin(device, retryQuarantined(tab.replica, first.seq));
}

/** A person orders that a record is erased everywhere. */
export async function erase(person: Person): Promise<void> {
  const { world, device, tab } = person;
  const shown = await someRow(person);
  if (!shown) return;
  const of = { noun: shown.noun, id: shown.row.id };
  world.ledger.attemptErasure(of);
  world.begin(
    device,
    eraseRecord(tab.replica, of).then(({ ok }) => {
      if (ok) world.ledger.erase(of);
    }),
  );
}
