/** In the end everything heals: who is away comes back, who was locked out is let in, and rounds run until quiet. */
import type { SimulatedDevice } from './device.ts';
import { quiet } from './quiet.ts';
import type { World } from './world.ts';

const mostPasses = 12;

export async function heal(world: World): Promise<void> {
  const { devices, network, server } = world;
  network.away.clear();
  server.closed.clear();
  server.revoked.clear();
  for (const device of devices) {
    device.cut.writesLeft = Number.POSITIVE_INFINITY;
    if (!device.isUp) await device.boot();
  }
  network.isInstant = true;
  await arriveAll(world);
  world.nowMs += 10 * 60_000;
  for (const device of devices) {
    const link = device.tabs[0]?.replica.server;
    if (!link || link.revokedAt !== undefined) await world.join(device);
    await world.sendEarlier(device);
  }
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const before = server.log.length;
    for (const device of devices) await exchangeAll(world, device);
    if (pass > 0 && server.log.length === before && leftOver(devices).length === 0) return;
  }
  throw new Error(`Still not quiet after ${mostPasses} passes: ${JSON.stringify(leftOver(devices))}`);
}

async function arriveAll({ network }: World): Promise<void> {
  for (let message = network.messages[0]; message; message = network.messages[0]) {
    if (!message.reply) await network.arrive(message);
    network.deliver(message);
    await quiet();
  }
}

export async function exchangeAll(world: World, device: SimulatedDevice): Promise<void> {
  const [tab] = device.tabs;
  if (!tab) return;
  let end = await tab.engine.exchange();
  // A round that somebody else holds is taken over after a while.
  if (end.type === 'rounds/elsewhere') {
    world.nowMs += 3 * 60_000;
    end = await tab.engine.exchange();
  }
  await world.still();
  if (end.type === 'transport/revoked') {
    await world.join(device);
    await world.sendEarlier(device);
  } else if (end.type !== 'rounds/done' || end.more) {
    throw new Error(`Rounds of ${device.name} end with ${JSON.stringify(end)}`);
  }
}

const leftOver = (devices: readonly SimulatedDevice[]) =>
  devices.flatMap(({ name, disk }) => disk.read().marks.map((mark) => ({ device: name, mark })));
