/**
 * The code by which a line is called in the room and in the report: `B2-07` is line 7 of the second group of the
 * agenda's second block, `B-07` of that block's plenary, `07` of the session as a whole. Derived from places,
 * never stored. Rules CR1-CR5 in RULES.md.
 */

interface Placed {
  readonly id: string;
  readonly order?: string | null | undefined;
}
export interface RefBlock extends Placed {
  /** Index into the session's days, from 0. */
  readonly day?: number | null | undefined;
}
export interface RefGroup extends Placed {
  readonly blockId?: string | null | undefined;
}
export interface RefLine extends Placed {
  readonly blockId?: string | null | undefined;
  readonly groupId?: string | null | undefined;
}

/** Where a line is read: in a group, else in the plenary of a block, else in the session as a whole. */
export interface LineHome {
  readonly groupId?: string;
  readonly blockId?: string;
}

/** Blocks in the order of the agenda: by day, then by place, ties broken by id. */
export const inAgendaOrder = <B extends RefBlock>(blocks: readonly B[]): B[] =>
  [...blocks].sort((a, b) => (a.day ?? 0) - (b.day ?? 0) || byPlace(a, b));

/** Groups in the order of the agenda, then of their places in their block; those without a block come last. */
export function inGroupOrder<G extends RefGroup>(groups: readonly G[], blocks: readonly RefBlock[]): G[] {
  const at = new Map(inAgendaOrder(blocks).map(({ id }, index) => [id, index]));
  const blockOf = ({ blockId }: G) => at.get(blockId ?? '') ?? blocks.length;
  return [...groups].sort((a, b) => blockOf(a) - blockOf(b) || byPlace(a, b));
}

/** `blocks` and `groups` are those not deleted: what a line belonged to and is gone does not hide the line. */
export function homeOf(line: RefLine, blocks: readonly RefBlock[], groups: readonly RefGroup[]): LineHome {
  const group = groups.find(({ id }) => id === line.groupId);
  const blockId = group ? group.blockId : line.blockId;
  const block = blocks.find(({ id }) => id === blockId);
  return { ...(group && { groupId: group.id }), ...(block && { blockId: block.id }) };
}

/** What stands before the number of each line of a home: `B2`, `B`, or nothing. */
export function refPrefix(home: LineHome, blocks: readonly RefBlock[], groups: readonly RefGroup[]): string {
  const block = inAgendaOrder(blocks).findIndex(({ id }) => id === home.blockId);
  const letters = block < 0 ? '' : blockLetters(block);
  if (home.groupId === undefined) return letters;
  const known = (id: string | null | undefined) => (blocks.some((block) => block.id === id) ? id : undefined);
  const beside = groups.filter(({ blockId }) => known(blockId) === home.blockId).sort(byPlace);
  return `${letters}${beside.findIndex(({ id }) => id === home.groupId) + 1}`;
}

/** The code of line `number` (from 1) of the home with this prefix. */
export const captureRef = (prefix: string, number: number): string =>
  `${prefix}${prefix === '' ? '' : '-'}${String(number).padStart(2, '0')}`;

/** The code of every line of a session, by its id. */
export function captureRefs(
  blocks: readonly RefBlock[],
  groups: readonly RefGroup[],
  lines: readonly RefLine[],
): ReadonlyMap<string, string> {
  const byHome = new Map<string, RefLine[]>();
  const prefixes = new Map<string, string>();
  for (const line of lines) {
    const home = homeOf(line, blocks, groups);
    const key = `${home.blockId ?? ''}/${home.groupId ?? ''}`;
    const there = byHome.get(key);
    if (there) there.push(line);
    else {
      byHome.set(key, [line]);
      prefixes.set(key, refPrefix(home, blocks, groups));
    }
  }
  const refs = new Map<string, string>();
  for (const [key, there] of byHome) {
    for (const [index, { id }] of there.sort(byPlace).entries()) {
      refs.set(id, captureRef(prefixes.get(key) ?? '', index + 1));
    }
  }
  return refs;
}

/** A, B ... Z, AA, AB ... for 0, 1 ... 25, 26, 27. */
function blockLetters(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : blockLetters(Math.floor(index / 26) - 1) + letter;
}

function byPlace(a: Placed, b: Placed): number {
  const [x, y] = [a.order ?? '', b.order ?? ''];
  return x === y ? (a.id < b.id ? -1 : 1) : x < y ? -1 : 1;
}
