/** What was measured as figures and, beside each goal of the project, the ratio it is about. Medians of the rounds. */
import { median, quantile, rounded } from '#tests/bench/statistics.ts';
import type { Amount, Measured } from './measure-engine.ts';
import { plainCaptures } from './page/captures.ts';

const notes = {
  raw: 'IndexedDB alone: the rows that Baraza writes, with their indexes. Writes strict, the "pull" (rows alone) relaxed.',
  baraza: 'Its own store and engine, strict durability; its real server on SQLite, synchronous=FULL.',
  pouchdb:
    'Adapter indexeddb, which lets nobody choose the durability (relaxed); batches of 1000. Its server is in memory, which favours it.',
  rxdb: 'Dexie storage at strict durability, HTTP replication in batches of 1000. Its server is a Map in memory, without gzip, which favours its times.',
  tinybase:
    'Everything in memory, written whole at each save with the durability of the browser (relaxed). Its server is in memory.',
} as const;

export function figuresOf(measured: Readonly<Record<string, readonly Measured[]>>, amount: Amount, rounds: number) {
  const engines = Object.fromEntries(Object.entries(measured).map(([name, runs]) => [name, engineFigures(name, runs)]));
  const plainJsonBytes = Buffer.byteLength(JSON.stringify(plainCaptures(amount.captures)));
  return { ...amount, rounds, plainJsonBytes, goals: goalsOf(engines, plainJsonBytes), engines };
}

type Figures = ReturnType<typeof engineFigures>;

function engineFigures(name: string, runs: readonly Measured[]) {
  const of = (pick: (run: Measured) => number | undefined, digits = 0) =>
    rounded(median(runs.map((run) => pick(run) ?? Number.NaN)), digits);
  const singles = runs.flatMap((run) => run.singles);
  return {
    note: notes[name as keyof typeof notes],
    singleMedianMs: rounded(median(singles)),
    singleP95Ms: rounded(quantile(singles, 0.95)),
    bulkMs: of(({ restMs }) => restMs),
    diskBytes: of(({ diskBytes }) => diskBytes),
    pullMs: of(({ pullMs }) => pullMs),
    pulledDiskBytes: of(({ secondDiskBytes }) => secondDiskBytes),
    ...(runs[0]?.server && {
      pushMs: of(({ server }) => server?.pushMs),
      pushUpBytes: of(({ server }) => server?.push.up),
      pushDownBytes: of(({ server }) => server?.push.down),
      pullUpBytes: of(({ server }) => server?.pull.up),
      pullDownBytes: of(({ server }) => server?.pull.down),
      // A WebSocket says nothing of it; it is not packed.
      pulledUnpackedBytes: of(({ server }) => server?.pulledUnpackedBytes || server?.pull.down),
      replayMs: of(({ server }) => server?.replayMs),
      replayUpBytes: of(({ server }) => server?.replay.up),
      replayDownBytes: of(({ server }) => server?.replay.down),
      replayChangedRows: of(({ server }) => server?.replayChangedRows),
    }),
  };
}

/** Goals of which something was not measured in this run are left out. */
function goalsOf(engines: Readonly<Record<string, Figures>>, plainJsonBytes: number) {
  const { raw, baraza, pouchdb, rxdb } = engines;
  const goals: readonly (readonly [
    name: string,
    found: number | undefined,
    base: number | undefined,
    atMost: number,
  ])[] = [
    ['pushToPouchdb', baraza?.pushMs, pouchdb?.pushMs, 0.15],
    ['pushToRxdb', baraza?.pushMs, rxdb?.pushMs, 0.1],
    ['pullToPouchdb', baraza?.pullMs, pouchdb?.pullMs, 0.33],
    ['pullToRxdb', baraza?.pullMs, rxdb?.pullMs, 0.5],
    ['pullToRawRows', baraza?.pullMs, raw?.pullMs, 1.4],
    ['singleToRawGetAndTwoPuts', baraza?.singleMedianMs, raw?.singleMedianMs, 1.3],
    ['replayChangedRows', baraza?.replayChangedRows, 1, 0],
    ['pulledOnTheWireToPlainJson', baraza?.pullDownBytes, plainJsonBytes, 1.2],
    ['pulledUnpackedToPlainJson', baraza?.pulledUnpackedBytes, plainJsonBytes, 1.2],
  ];
  return Object.fromEntries(
    goals.flatMap(([name, found, base, atMost]) => {
      if (found === undefined || base === undefined) return [];
      const ratio = rounded(found / base, 3);
      return [[name, { ratio, atMost, met: ratio <= atMost }]];
    }),
  );
}
