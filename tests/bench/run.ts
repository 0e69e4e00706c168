/**
 * `npm run bench`: what the product weighs, how a typed line feels and how fast a full session opens, each beside
 * a bare page of the same stack in the same run. Prints JSON; `--update` writes it as the committed baseline.
 * Figures are of this machine at this hour: read the ratios.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { bareServer } from '#tests/bench/bare-server.ts';
import { coldStart } from '#tests/bench/cold-start.ts';
import { captures } from '#language/en/captures.ts';
import { seeded, seedOf, seedPage } from '#tests/bench/seed.ts';
import { median, quantile, rounded } from '#tests/bench/statistics.ts';
import { type Typed, typeLines, watchTyping } from '#tests/bench/typing.ts';
import { browserPath, launchArguments, tablet } from '#tests/support/browser.ts';
import { serverProcess } from '#tests/support/server-process.ts';
import { readBuild } from '#tools/build-record.mjs';

const slowdown = 4;
const rounds = 5;
const linesPerRound = 16;
const coldStarts = 7;
const baselineFile = join(import.meta.dirname, 'baseline.json');

const server = await serverProcess();
const bare = await bareServer();
try {
  await server.start();
  const figures = { bytes: bytes(), typing: await typing(), coldStart: await coldStartRatio() };
  console.log(JSON.stringify(figures, null, 2));
  if (process.argv.includes('--update')) writeFileSync(baselineFile, `${JSON.stringify(figures, null, 2)}\n`);
  else console.log(`Baseline: ${readFileSync(baselineFile, 'utf8')}`);
} finally {
  await bare.close();
  await server.remove();
}

function bytes() {
  const build = readBuild();
  if (!build) throw new Error('Nothing is built.');
  const { firstRoute, precache } = build;
  return { firstRouteGz: firstRoute.gz, firstRouteGoal: 200_000, precacheGz: precache.gz, precacheGoal: 1_000_000 };
}

/** Three pages take turns, so that a slow minute of the machine is slow for all. */
async function typing() {
  const browser = await chromium.launch({ executablePath: browserPath(), args: launchArguments });
  const open = async (url: string, captures?: number) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' });
    await context.addInitScript(watchTyping);
    const page = await context.newPage();
    await page.goto(captures === undefined ? url : server.url);
    if (captures !== undefined) {
      await page.getByRole('button').first().waitFor();
      await seedPage(page, seedOf(captures));
      await page.goto(url);
    }
    return page;
  };
  const group = `${server.url}/session/${seeded.session}/group/${seeded.group}`;
  const pages = {
    bare: await open(`${bare.url}/#lines`),
    with100: await open(group, 100),
    with10000: await open(group, 10_000),
  };
  const samples: Record<keyof typeof pages, Typed> = {
    bare: { letters: [], saved: [] },
    with100: { letters: [], saved: [] },
    with10000: { letters: [], saved: [] },
  };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of Object.keys(pages) as (keyof typeof pages)[]) {
      const page = pages[name];
      await page.bringToFront();
      const field = name === 'bare' ? page.getByRole('textbox') : page.getByPlaceholder(captures.typing.placeholder);
      const typed = await typeLines(page, field, linesPerRound, `${name} ${round}`, slowdown);
      const sofar = samples[name];
      samples[name] = { letters: [...sofar.letters, ...typed.letters], saved: [...sofar.saved, ...typed.saved] };
    }
  }
  await browser.close();
  const of = ({ letters, saved }: Typed) => ({
    letterP95Ms: rounded(quantile(letters, 0.95), 1),
    letterMedianMs: rounded(median(letters), 1),
    savedP95Ms: rounded(quantile(saved, 0.95), 1),
    savedMedianMs: rounded(median(saved), 1),
  });
  const [b, few, many] = [of(samples.bare), of(samples.with100), of(samples.with10000)];
  return {
    slowdown,
    lines: rounds * linesPerRound,
    bare: b,
    with100: few,
    with10000: many,
    letterP95GoalMs: 50,
    savedP95ToBare: rounded(few.savedP95Ms / b.savedP95Ms),
    savedP95ToBareGoal: 1.3,
    letterP95Of10000To100: rounded(many.letterP95Ms / few.letterP95Ms),
    savedP95Of10000To100: rounded(many.savedP95Ms / few.savedP95Ms),
    of10000To100Goal: 1.3,
  };
}

/** A new browser process each time, the two in turns, with both servers stopped. */
async function coldStartRatio() {
  const [app, empty] = [await tablet(), await tablet()];
  const ready = (context: BrowserContext) =>
    context.pages()[0]?.evaluate(async () => void (await navigator.serviceWorker.ready));
  try {
    const appContext = await app.open();
    const page = appContext.pages()[0] ?? (await appContext.newPage());
    await page.goto(server.url);
    await page.getByRole('button').first().waitFor();
    await seedPage(page, seedOf(10_000));
    await ready(appContext);
    await appContext.close();

    const emptyContext = await empty.open();
    await (emptyContext.pages()[0] ?? (await emptyContext.newPage())).goto(bare.url);
    await ready(emptyContext);
    await emptyContext.close();

    await server.stop();
    await bare.close();
    const times = { board: [] as number[], empty: [] as number[] };
    const board = `${server.url}/session/${seeded.session}/board`;
    for (let start = 0; start < coldStarts; start += 1) {
      times.board.push(await coldStart(app, board, '[data-capture-id]', slowdown));
      times.empty.push(await coldStart(empty, `${bare.url}/`, '[data-painted]', slowdown));
    }
    return {
      slowdown,
      starts: coldStarts,
      captures: 10_000,
      boardMs: rounded(median(times.board), 0),
      emptyPageMs: rounded(median(times.empty), 0),
      ratio: rounded(median(times.board) / median(times.empty)),
      goal: 3,
    };
  } finally {
    await app.remove();
    await empty.remove();
  }
}
