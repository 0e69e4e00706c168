/** What becomes of requests and answers. */
import type { Reply } from './network.ts';
import type { Person } from './saving.ts';

export async function beginRounds({ world, device, tab }: Person): Promise<void> {
  // Two at once in one tab: the schedule gives a round up that has taken too long, and begins another.
  if (tab.rounds < 2) world.beginRounds(device, tab);
}

/** Any request that is on its way reaches the server: not the oldest first. */
export async function arrive({ world: { network, chance } }: Person): Promise<void> {
  const going = network.waiting(false);
  if (going.length > 0) await network.arrive(chance.pick(going));
}

export async function arriveTwice({ world: { network, chance } }: Person): Promise<void> {
  const going = network.waiting(false).filter(({ isAwaited }) => isAwaited);
  if (going.length > 0) await network.arriveTwice(chance.pick(going));
}

export async function deliver({ world: { network, chance } }: Person): Promise<void> {
  const coming = network.waiting(true);
  if (coming.length > 0) network.deliver(chance.pick(coming));
}

/** The connection breaks, before the request arrived or after. */
export async function lose({ world: { network, chance } }: Person): Promise<void> {
  const waited = network.messages.filter(({ isAwaited }) => isAwaited);
  if (waited.length > 0) network.giveUp(chance.pick(waited), false);
}

/** The device has waited too long; its request may reach the server later. */
export async function giveUp({ world: { network, chance } }: Person): Promise<void> {
  const waited = network.messages.filter(({ isAwaited }) => isAwaited);
  if (waited.length > 0) network.giveUp(chance.pick(waited), true);
}

/** Somebody else answers, or only half of the answer comes. */
export async function garble({ world: { network, chance } }: Person): Promise<void> {
  const waited = network.messages.filter(({ isAwaited }) => isAwaited);
  if (waited.length === 0) return;
  const message = chance.pick(waited);
  const json = 'application/json';
  const others: readonly Reply[] = [
    { status: 200, type: 'text/html', body: '<h1>Welcome to the hotel</h1>' },
    { status: 200, type: json, body: '{"welcome":true}' },
    { status: 200, type: json, body: (message.reply?.body ?? '{').slice(0, -7) },
    ...[413, 429, 500, 502, 503, 504].map((status) => ({ status, type: 'text/html', body: 'no' })),
    { status: 503, type: json, body: '{"refused":"busy","retryAfterMs":1000}' },
  ];
  network.deliver(message, chance.pick(others));
}
