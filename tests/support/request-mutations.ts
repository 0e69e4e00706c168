/** What a broken client, a broken line or somebody with bad intent may make of a request, by a seed. */
import { gzipSync } from 'node:zlib';
import type { Seeded } from './seeded.ts';

export interface Mutated {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

type Tree = unknown;
type Parent = Record<string, Tree> | Tree[];

/** Values of every type, the awkward ones of each. */
const zoo: readonly Tree[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  -(2 ** 53),
  1e308,
  5e-324,
  '',
  ' ',
  '0',
  'null',
  '\u0000',
  '\uD800',
  '\uDC00\uD800',
  '\uFEFF',
  '\u202Eabc',
  'İıſ',
  '👩‍👩‍👧‍👦'.repeat(20),
  'e\u0301'.repeat(500),
  '__proto__',
  'constructor',
  'toString',
  '2026-02-30',
  "'; drop table records; --",
  '../../etc/passwd',
  'session:',
  'session:s1',
  'register:r1',
  'everything:s1',
  '000000000000WriterAA',
  'zzzzzzzzzzzzWriterZZ',
  'zzzzzzzzz000WriterZZ',
  [],
  [[]],
  {},
  [null],
  { v: {} },
  { e: true },
  ['text', 'kind', 'text'],
];
const keys = [
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '',
  'text',
  'kind',
  'e',
  'x',
  's',
  'v',
  't',
  'k\u0000',
  'ключ',
];
const numbers = ['NaN', 'Infinity', '-Infinity', '1e999', '-1e999', '01', '0x10', '1e-999', '9'.repeat(400), '-', '1.'];

/** A valid request, mutated one to three times. */
export function mutate(request: Tree, chance: Seeded): Mutated {
  let tree = structuredClone(request);
  for (let times = chance.between(1, 3); times > 0; times -= 1) tree = mutateTree(tree, chance);
  let text = JSON.stringify(tree) ?? 'undefined';
  if (chance.happens(0.06)) text = withNumber(text, chance);
  if (chance.happens(0.02)) text = nested(text, chance);
  let bytes: Uint8Array<ArrayBuffer> = new TextEncoder().encode(text);
  if (chance.happens(0.15)) bytes = mutateBytes(bytes, chance);
  return chance.happens(0.15) ? packed(bytes, chance) : { body: bytes, headers: oddHeaders(chance) };
}

function mutateTree(tree: Tree, chance: Seeded): Tree {
  const all = placesOf(tree);
  // Mostly in a record: what is around it is checked first and soon refused.
  const inRecords = chance.happens(0.85) ? all.filter(([parent]) => parent !== tree) : [];
  const places = inRecords.length > 0 ? inRecords : all;
  if (places.length === 0) return chance.pick(zoo);
  const [parent, key] = chance.pick(places);
  const value = (parent as Record<string, Tree>)[key];
  const put = (next: Tree) => define(parent, key, next);
  switch (chance.below(12)) {
    case 0:
    case 1:
    case 2:
      return put(structuredClone(chance.pick(zoo))) ?? tree;
    case 3:
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else delete parent[key];
      return tree;
    case 4: {
      // Another part of the same request in its place: of the right shape, in the wrong place.
      const [from, other] = chance.pick(places);
      return put(structuredClone((from as Record<string, Tree>)[other])) ?? tree;
    }
    case 5:
      if (Array.isArray(parent)) parent.push(structuredClone(value));
      else define(parent, chance.pick(keys), structuredClone(value));
      return tree;
    case 6:
      return put([value]) ?? tree;
    case 7:
      return put({ [chance.pick(keys)]: value }) ?? tree;
    case 8:
      if (typeof value === 'string') put(mutateString(value, chance));
      if (typeof value === 'number') put(chance.pick([-value, value + 0.5, value + 1, value * 2 ** 40, String(value)]));
      return tree;
    case 9:
      if (Array.isArray(parent)) shuffle(parent, chance);
      return tree;
    case 10:
      if (chance.happens(0.04)) put(huge(value, chance));
      return tree;
    default:
      return put(deep(value, chance.pick([2, 5, 15, 16, 17, 18, 100]))) ?? tree;
  }
}

/** As JSON.parse would: a key "__proto__" is one like any other. */
function define(parent: Parent, key: string, value: Tree): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

function placesOf(tree: Tree): (readonly [Parent, string])[] {
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => [[tree as Parent, key] as const, ...placesOf(value)]);
}

function mutateString(text: string, chance: Seeded): string {
  const at = chance.below(text.length + 1);
  const insert = chance.pick(['\u0000', '\uD83D', '\n', '"', '\\', '¨', 'ı', ' ', 'A', '0', ':', text, '\u2028']);
  return chance.pick([
    text.slice(0, at) + insert + text.slice(at),
    text.slice(0, at) + text.slice(at + 1),
    text.slice(0, at),
    text.toUpperCase(),
    [...text].reverse().join(''),
  ]);
}

function shuffle(list: Tree[], chance: Seeded): void {
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = chance.below(at + 1);
    [list[at], list[other]] = [list[other], list[at]];
  }
}

function huge(value: Tree, chance: Seeded): Tree {
  const times = chance.pick([1000, 5001, 60_000]);
  if (typeof value === 'string') return (value || 'x').repeat(times).slice(0, 600_000);
  if (Array.isArray(value)) return Array.from({ length: times }, () => value[0] ?? 0).slice(0, 6000);
  return Object.fromEntries(Array.from({ length: Math.min(times, 6000) }, (_, at) => [`f${at}`, 1]));
}

function deep(value: Tree, levels: number): Tree {
  let around = value;
  for (let level = 0; level < levels; level += 1) around = level % 2 === 0 ? [around] : { a: around };
  return around;
}

/** Another number where one stood, as only text can have it. */
function withNumber(text: string, chance: Seeded): string {
  const found = [...text.matchAll(/[:,[]-?\d+(?=[,}\]])/g)];
  if (found.length === 0) return text;
  const { index, 0: old } = chance.pick(found);
  return text.slice(0, index + 1) + chance.pick(numbers) + text.slice(index + old.length);
}

function nested(text: string, chance: Seeded): string {
  const levels = chance.pick([100, 5000, 100_000]);
  return chance.pick([
    '['.repeat(levels),
    '['.repeat(levels) + ']'.repeat(levels),
    '{"a":'.repeat(levels) + '1' + '}'.repeat(levels),
    text.replace(/"deltas":\[/, `"deltas":[${'['.repeat(levels)}${']'.repeat(levels)},`),
    text.replace(/"v":\{/, `"v":{"a":${'['.repeat(levels)}${']'.repeat(levels)},`),
  ]);
}

function mutateBytes(bytes: Uint8Array<ArrayBuffer>, chance: Seeded): Uint8Array<ArrayBuffer> {
  const at = chance.below(bytes.length + 1);
  const piece = bytes.slice(at, at + chance.between(1, 20));
  switch (chance.below(5)) {
    case 0: {
      const flipped = bytes.slice();
      for (let times = chance.between(1, 4); times > 0; times -= 1)
        flipped[chance.below(bytes.length)] = chance.below(256);
      return flipped;
    }
    case 1:
      return bytes.slice(0, at);
    case 2:
      return joined(bytes.slice(0, at), bytes.slice(at + piece.length));
    case 3:
      return joined(bytes.slice(0, at), piece, bytes.slice(at));
    default:
      return joined(bytes.slice(0, at), Uint8Array.of(0xff, 0xfe, 0xc0, 0x80), bytes.slice(at));
  }
}

function packed(bytes: Uint8Array<ArrayBuffer>, chance: Seeded): Mutated {
  const gzip = new Uint8Array(gzipSync(bytes));
  const encoding = chance.pick(['gzip', 'gzip', 'gzip', 'gzip', ' GZIP', 'br', 'gzip, gzip', 'identity']);
  const headers = { ...oddHeaders(chance), 'content-encoding': encoding };
  switch (chance.below(7)) {
    case 0:
    case 1:
      return { headers, body: gzip };
    case 2:
    case 3:
      return { headers, body: mutateBytes(gzip, chance) };
    case 4:
      return { headers, body: bytes };
    case 5:
      return { headers, body: joined(gzip, chance.happens(0.5) ? gzip : Uint8Array.of(1, 2, 3)) };
    default:
      return { headers, body: chance.happens(0.05) ? bomb() : new Uint8Array(gzipSync(gzip)) };
  }
}

let packedBomb: Uint8Array<ArrayBuffer> | undefined;
/** 100 MB of nothing in 100 KB. */
const bomb = () => (packedBomb ??= new Uint8Array(gzipSync(Buffer.alloc(100 * 2 ** 20))));

const oddHeaders = (chance: Seeded): Record<string, string> => ({
  ...(chance.happens(0.5) && { 'accept-encoding': chance.pick(['gzip', 'br', '*', 'gzip;q=0', '']) }),
  ...(chance.happens(0.1) && { 'content-type': chance.pick(['text/html', 'application/json; charset=latin1', 'x']) }),
  ...(chance.happens(0.05) && { 'content-length': chance.pick(['0', '-1', '1e9', 'x', '999999999']) }),
});

function joined(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
