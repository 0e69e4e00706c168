/** Devices and a server that have told each other everything, and all that a device keeps. */
import { exchangeAll, type TestDevice, type TestServer } from '#tests/support/replicas.ts';

/** Everything that a device keeps, as text. */
export const all = async ({ replica: { db } }: TestDevice) =>
  JSON.stringify(await Promise.all(db.tables.map((table) => table.toArray())));
export const settle = async (server: TestServer, ...devices: readonly TestDevice[]) => {
  for (const device of [...devices, ...devices, ...devices]) await exchangeAll(device, server);
};
