/** The captures that every engine writes: plain values of the shape that a facilitator's line has, the same in each run. */
import { barrierCategories, kinds, sides } from '#domain/nouns/vocabulary.ts';
import { seeded } from '#tests/support/seeded.ts';

export interface PlainCapture {
  readonly id: string;
  readonly sessionId: string;
  readonly blockId: string;
  readonly groupId: string;
  readonly kind: string;
  readonly category?: string;
  readonly side: string;
  readonly order: string;
  readonly text: string;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly createdDevice: string;
}

export const sessionId = 'BenchSession0001';
const linesPerGroup = 250;
const startedAt = Date.UTC(2026, 0, 15, 9);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const words = (
  'we they nobody ministry district council office village women youth elders budget policy law rule draft meeting ' +
  'report letter answer trust time money road school clinic water land permit fee late never often always only when ' +
  'before after without between about must should could agree ask decide publish share listen wait change follow ' +
  'together publicly quarterly in writing to the of and for with on at not is are was has no one each every more less'
).split(' ');

/** Lines of 4 to 24 words, in groups of 250, with the random ids that a tablet draws. */
export function plainCaptures(count: number): readonly PlainCapture[] {
  const chance = seeded(3);
  return Array.from({ length: count }, (_, index) => {
    const kind = chance.pick(kinds);
    const line = Array.from({ length: chance.between(4, 24) }, () => chance.pick(words)).join(' ');
    return {
      // CouchDB takes no id that begins with an underscore.
      id: `C${Array.from({ length: 15 }, () => letters[chance.below(64)]).join('')}`,
      sessionId,
      blockId: `BenchBlock${String(Math.floor(index / (4 * linesPerGroup))).padStart(6, '0')}`,
      groupId: `BenchGroup${String(Math.floor(index / linesPerGroup)).padStart(6, '0')}`,
      kind,
      ...(kind === 'barrier' && { category: chance.pick(barrierCategories) }),
      side: chance.pick(sides),
      order: `a${String(index % linesPerGroup).padStart(3, '0')}V`,
      text: `${line[0]?.toUpperCase()}${line.slice(1)}.`,
      createdAt: startedAt + index * 1700,
      createdBy: 'A facilitator',
      createdDevice: 'BenchDev',
    };
  });
}
