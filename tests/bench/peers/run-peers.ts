/**
 * `npm run bench -- peers`: the same captures through Baraza and its real server, PouchDB and express-pouchdb, RxDB and
 * its HTTP replication, TinyBase and its WebSocket synchronizer, and through IndexedDB alone; all in one run, taking
 * turns. Prints JSON; `--update` writes it as the committed baseline. `--rounds=3`, `--captures=10000`,
 * `--only=baraza,raw` for a look at some.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from '#tests/bench/statistics.ts';
import { builtPage } from './built-page.ts';
import { figuresOf } from './figures.ts';
import { measureEngine, type Measured } from './measure-engine.ts';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    update: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '3' },
    captures: { type: 'string', default: '10000' },
    only: { type: 'string', default: 'raw,baraza,pouchdb,rxdb,tinybase' },
  },
});
const baselineFile = join(import.meta.dirname, '../peers-baseline.json');
const amount = { captures: Number(options.captures), singles: 200 };
const rounds = Number(options.rounds);
const measured: Record<string, Measured[]> = {};

const page = await builtPage();
try {
  for (let round = 1; round <= rounds; round += 1) {
    for (const name of options.only.split(',')) {
      console.error(`Round ${round} of ${rounds}: ${name}`);
      const found = await measureEngine(name, page, amount);
      (measured[name] ??= []).push(found);
      // A run that is cut short has said what it found.
      console.error(JSON.stringify({ ...found, singles: median(found.singles) }));
    }
  }
} finally {
  await page.remove();
}
const figures = figuresOf(measured, amount, rounds);
console.log(JSON.stringify(figures, null, 2));
if (options.update) writeFileSync(baselineFile, `${JSON.stringify(figures, null, 2)}\n`);
else console.log(`Baseline: ${readFileSync(baselineFile, 'utf8')}`);
