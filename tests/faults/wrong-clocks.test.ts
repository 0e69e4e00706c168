/**
 * One tablet believes it is 1970, another that it is 2035. What either writes over what it has seen stands, on both and on
 * the server, and the times that people are shown are right.
 */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, it } from 'vitest';
import { unpackRecord } from '#replication/packed.ts';
import { tablet } from '#tests/support/browser.ts';
import { lineOf, openGroup, textsOf } from '#tests/support/facilitator.ts';
import { measured } from '#tests/support/figures.ts';
import { joinedTablet, untilNothingIsLeft, writeLine } from '#tests/support/joined-tablet.ts';
import { goHome, joinWith, makeCode, stateChip } from '#tests/support/joining.ts';
import { expect as expectPage } from '#tests/support/patient-expect.ts';
import { serverProcess } from '#tests/support/server-process.ts';
import { storedRecords } from '#tests/support/server-records.ts';
import { tabletStore } from '#tests/support/tablet-store.ts';
import { say } from '#tests/support/words.ts';

const byItself = { timeout: 60_000 };
const lines = 4;
const rounds = 3;
const minuteMs = 60_000;

it('clocks of 1970 and 2035 lose and double nothing: what was written last over what was seen stands', async (context) => {
  const server = await serverProcess();
  context.onTestFinished(() => server.remove());
  await server.start();
  const from = Date.now();
  const ahead = await joinedTablet(context, server.url, await server.setupLink(), withClock(Date.UTC(2035, 5, 1)));
  for (let line = 0; line < lines; line += 1) await writeLine(ahead.page, `Line ${line}`);
  await expectPage(stateChip(ahead.page, 'allSafe')).toBeVisible(byItself);
  await stateChip(ahead.page, 'allSafe').click();
  const code = await makeCode(ahead.page, say('device.invite.untitled'));
  await ahead.page.goto(ahead.address);

  const behind = await tablet({ locale: 'en-GB' });
  context.onTestFinished(() => behind.remove());
  const page = await openedWith(await behind.open(), withClock(60_000));
  await page.goto(`${server.url}/join`);
  await joinWith(page, code);
  await goHome(page);
  await page.getByRole('link', { name: new RegExp(say('app.empty.untitled')) }).click();
  await page.getByRole('link', { name: say('app.nav.groups') }).click();
  await openGroup(page, say('groups.number', { number: 1 }));
  const expected = Array.from({ length: lines }, (_, line) => `Line ${line}`);
  await expectPage.poll(() => textsOf(page), byItself).toEqual(expected);

  let edits = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [writer, reader, year] of [
      [page, ahead.page, 1970],
      [ahead.page, page, 2035],
    ] as const) {
      for (const [at, text] of expected.entries()) {
        const next = `Line ${at}, ${round} by ${year}`;
        await editLine(writer, text, next);
        expected[at] = next;
        edits += 1;
      }
      await expectPage.poll(() => textsOf(reader), byItself).toEqual(expected);
    }
  }
  await writeLine(page, 'The last of 1970');
  expected.push('The last of 1970');
  await expectPage.poll(() => textsOf(ahead.page), byItself).toEqual(expected);
  for (const one of [page, ahead.page]) await untilNothingIsLeft(one, byItself);

  const stored = storedRecords(server.dataDir, 'capture');
  const texts = stored.map(
    (record) => unpackRecord({ noun: 'capture', scope: 'session:any', ...record }).cells['text'],
  );
  const doubled = texts.filter((cell) => cell?.kind !== 'text' || cell.values.length !== 1).length;
  const wrongTimes = stored.filter(({ v }) => Math.abs(Number(v['createdAt']) - from) > 10 * minuteMs);
  const lost = expected.filter((text) => !stored.some(({ v }) => v['text'] === text));
  measured(context, { lines: stored.length, edits, lost: lost.length, doubled, 'wrong times': wrongTimes.length });
  expect(lost).toEqual([]);
  expect(doubled).toBe(0);
  expect(stored.length).toBe(lines + 1);
  expect(wrongTimes).toEqual([]);
  for (const one of [page, ahead.page]) expect(await tabletStore(one)).toMatchObject({ pending: 0, quarantined: 0 });
});

async function openedWith(browser: BrowserContext, prepare: (context: BrowserContext) => Promise<void>): Promise<Page> {
  await prepare(browser);
  return browser.pages()[0] ?? (await browser.newPage());
}

/** Sets the clock of every page: it goes on from there. */
const withClock =
  (startMs: number) =>
  async (browser: BrowserContext): Promise<void> =>
    void (await browser.addInitScript((start) => {
      const Real = Date;
      const shift = start - Real.now();
      class Shifted extends Real {
        constructor(...given: readonly unknown[]) {
          if (given.length === 0) super(Real.now() + shift);
          else super(...(given as [number]));
        }
        static override now() {
          return Real.now() + shift;
        }
      }
      globalThis.Date = Shifted as DateConstructor;
    }, startMs));

async function editLine(page: Page, text: string, next: string): Promise<void> {
  await lineOf(page, text).getByRole('button', { name: text, exact: true }).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(next);
  await page.keyboard.press('Enter');
  await expectPage(lineOf(page, next)).toBeVisible();
}
