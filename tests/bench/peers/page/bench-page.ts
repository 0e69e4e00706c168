/** The page of the bench: the same for each engine but for the one that it loads. Figures are milliseconds. */
import { plainCaptures, type PlainCapture } from './captures.ts';
import type { Engine, EngineAccess } from './engine.ts';

const engines = {
  ...import.meta.glob<{ readonly engine: Engine }>('./*-engine.ts'),
  ...import.meta.glob<{ readonly engine: Engine }>('../others/*-engine.mjs'),
};
const writtenAtOnce = 1000;

let engine: Engine | undefined;
let captures: readonly PlainCapture[] = [];
const opened = () => {
  if (!engine) throw new Error('No engine is open.');
  return engine;
};

export const bench = {
  open: async (name: string, count: number, access: EngineAccess) => {
    performance.setResourceTimingBufferSize(10_000);
    const load = engines[`./${name}-engine.ts`] ?? engines[`../others/${name}-engine.mjs`];
    if (!load) throw new Error(`There is no engine ${name}.`);
    ({ engine } = await load());
    captures = plainCaptures(count);
    opened().prepare?.(captures);
    await opened().open(access);
  },
  /** Writes the first captures one by one; how long each took until the engine said that it is kept. */
  writeSingles: async (count: number) => {
    const { writeOne } = opened();
    const times: number[] = [];
    for (const capture of captures.slice(0, count)) times.push(await timed(() => writeOne(capture)));
    return times;
  },
  writeRest: (from: number) =>
    timed(async () => {
      for (let at = from; at < captures.length; at += writtenAtOnce)
        await opened().writeMany(captures.slice(at, at + writtenAtOnce));
    }),
  push: () => timed(() => opened().push?.()),
  forgetPush: async () => void (await opened().forgetPush?.()),
  replay: () => timed(() => opened().replay?.()),
  pull: () => timed(() => opened().pull(captures.length)),
  count: () => opened().count(),
  /** Bytes of all bodies fetched so far, unpacked. */
  fetchedBytes: () =>
    (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).reduce(
      (sum, { decodedBodySize, initiatorType }) => (initiatorType === 'fetch' ? sum + decodedBodySize : sum),
      0,
    ),
};

async function timed(work: () => Promise<unknown> | undefined): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

Object.assign(window, { bench });
