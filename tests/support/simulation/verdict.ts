/** What must hold in the end. Each failure says what was lost, to whom, and where it was last seen. */
import type { Scope } from '#domain/scope.ts';
import type { Cell, RecordState } from '#replication/cell.ts';
import { digestRecord } from '#replication/digest.ts';
import { canonicalJson, sameRecord } from '#replication/merge.ts';
import { packRecord } from '#replication/packed.ts';
import { changedSinceDeletion } from '#storage/deleted.ts';
import { rowOfState } from '#storage/row.ts';
import { checkBeliefs } from './checks.ts';
import { exchangeAll } from './heal.ts';
import { cellKeyOf, type Holdings, holdsErasure, keyOf, valuesOf, type Writing } from './ledger.ts';
import type { World } from './world.ts';

export async function judge(world: World): Promise<void> {
  for (const device of world.devices) await checkBeliefs(world, device);
  const server = await world.serverHoldings();
  const devices = world.devices.map((device) => world.holdings(device));
  for (const [at, held] of devices.entries()) checkEqual(`d${at}`, held, server);
  const refused = devices.map((held) => held.refused).join('\n');
  checkTexts(world, server, refused);
  checkLasts(world, server, refused);
  checkSingleWriters(world, server, refused);
  checkDeletions(world, server, refused);
  await checkErasures(world, server, devices);
  await checkReplays(world);
}

function checkEqual(name: string, device: Holdings, server: Holdings): void {
  for (const key of new Set([...device.records.keys(), ...server.records.keys()])) {
    const [mine, theirs] = [device.records.get(key), server.records.get(key)];
    if (mine && theirs && sameRecord(mine, theirs) && digestRecord(mine) === digestRecord(theirs)) continue;
    throw new Error(`Divergence: ${key} is ${shown(mine)} on ${name} and ${shown(theirs)} on the server`);
  }
}

/** Every text that was said to be saved is there, or was refused and is kept, or was replaced by who saw it. */
function checkTexts({ ledger }: World, server: Holdings, refused: string): void {
  for (const writing of due(ledger.writings, 'text')) {
    if (ledger.isErased(writing) || valuesOf(cellOf(server, writing)).includes(writing.value)) continue;
    if (refused.includes(JSON.stringify(writing.value))) continue;
    const isReplaced = ledger.writings.some(
      (later) =>
        cellKeyOf(later) === cellKeyOf(writing) &&
        later.shown.has(writing.value) &&
        // What was gone with its disk may have been on its way.
        (!later.isGone || ledger.holds(server, later)),
    );
    if (!isReplaced)
      throw new Error(`A text is lost: ${told(writing)}; there is ${shownCell(cellOf(server, writing))}`);
  }
}

/** No value stands that somebody saw and wrote over. */
function checkLasts({ ledger }: World, server: Holdings, refused: string): void {
  const kept = due(ledger.writings, 'last').filter((writing) => !ledger.isErased(writing));
  const isRefused = ({ value }: Writing) => refused.includes(JSON.stringify(value));
  const refusedOnes = ledger.writings.filter(isRefused);
  for (const writing of kept) {
    const [stands] = valuesOf(cellOf(server, writing));
    if (stands === writing.value || isRefused(writing)) continue;
    // Written over by a value that the server did not take: what is beneath it stands.
    if (refusedOnes.some(({ value }) => ledger.isOver(value, writing.value))) continue;
    if (stands === undefined || ledger.isOver(writing.value, stands))
      throw new Error(`An earlier value stands: ${stands}, over ${told(writing)}`);
  }
}

/** Where one person on one store wrote alone, what was written last stands. */
function checkSingleWriters({ ledger }: World, server: Holdings, refused: string): void {
  const cells = Map.groupBy(
    ledger.writings.filter(({ kind, isGone }) => kind === 'last' && !isGone),
    cellKeyOf,
  );
  for (const writings of cells.values()) {
    const last = writings.at(-1);
    const isSettled = writings.every(
      ({ by, isSaved, value }) => isSaved && by === last?.by && !refused.includes(`"${value}`),
    );
    if (!last || !isSettled || ledger.isErased(last)) continue;
    const [stands] = valuesOf(cellOf(server, last));
    if (stands !== last.value && !ledger.isBack(stands))
      throw new Error(`The last value of its only writer does not stand: ${told(last)}, but ${stands}`);
  }
}

/** What one person alone deleted or brought back is so; a deleted record that holds what nobody who deleted it saw, is listed. */
function checkDeletions({ ledger }: World, server: Holdings, refused: string): void {
  for (const [key, deletions] of Map.groupBy(ledger.deletions, keyOf)) {
    const record = server.records.get(key);
    if (!record || record.erased === true) continue;
    const [only, ...more] = deletions;
    const isDeleted = record.cells['deletedAt']?.kind === 'last' && record.cells['deletedAt'].value !== null;
    if (
      only?.isSaved === true &&
      !only.isGone &&
      more.length === 0 &&
      only.isDeleted !== isDeleted &&
      !refused.includes(`"id":"${only.id}"`)
    )
      throw new Error(`${key} was ${only.isDeleted ? 'deleted' : 'brought back'} and is not`);
    if (!isDeleted) continue;
    const unseen = ledger.writings.find(
      (writing) =>
        keyOf(writing) === key &&
        valuesOf(record.cells[writing.field]).includes(writing.value) &&
        !deletions.some(({ had }) => had.has(writing.value)),
    );
    if (unseen && !changedSinceDeletion(record.noun, rowOfState(record)))
      throw new Error(
        `${key} is deleted and not listed as changed since, though nobody who deleted it saw ${told(unseen)}`,
      );
  }
}

/** What was erased is erased, and its words are nowhere. */
async function checkErasures({ ledger, server }: World, held: Holdings, devices: readonly Holdings[]): Promise<void> {
  const words = [await server.words(), ...devices.flatMap(({ beneath, refused }) => [beneath, refused])];
  for (const [key, { isSaved, isGone }] of ledger.erasures) {
    if (!isSaved || isGone) continue;
    if (!holdsErasure(held, key)) throw new Error(`${key} was erased and is there: ${shown(held.records.get(key))}`);
    const left = ledger.writings.find(
      (writing) => keyOf(writing) === key && words.some((text) => text.includes(`"${writing.value}"`)),
    );
    if (left) throw new Error(`${key} was erased and its words are kept: ${told(left)}`);
  }
}

/** What comes again changes nothing and takes no number. */
async function checkReplays(world: World): Promise<void> {
  const { server, devices } = world;
  const before = { length: server.log.length, heads: await headsOf(world), records: await world.serverHoldings() };
  for (const asking of server.taken.slice()) await server.serve(asking);
  const heads = await headsOf(world);
  if (server.log.length !== before.length || canonicalJson(heads) !== canonicalJson(before.heads))
    throw new Error(`A replay took a number: ${JSON.stringify(before.heads)}, then ${JSON.stringify(heads)}`);
  for (const device of devices) await exchangeAll(world, device);
  for (const device of devices) checkEqual(device.name, world.holdings(device), before.records);
}

const headsOf = async ({ server }: World) =>
  Object.fromEntries(await server.journal.heads(server.scopes())) as Record<Scope, number>;

const due = (writings: readonly Writing[], kind: Writing['kind']) =>
  writings.filter((writing) => writing.kind === kind && writing.isSaved && !writing.isGone);
const cellOf = ({ records }: Holdings, writing: Writing): Cell | undefined =>
  records.get(keyOf(writing))?.cells[writing.field];
const short = (text: string | undefined) => text?.replace(/!{10,}/g, '!…');
const shown = (record: RecordState | undefined) => short(record && JSON.stringify(packRecord(record)));
const shownCell = (cell: Cell | undefined) => short(JSON.stringify(cell));
const told = ({ value, shown: seen, by, stamp, ...of }: Writing) =>
  short(`${cellKeyOf(of)} = ${value}, written in ${by} as ${stamp} over [${[...seen].join(' ')}]`);
