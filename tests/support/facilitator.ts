/** What a facilitator does again and again, by the words on the screen. */
import type { Locator, Page } from '@playwright/test';
import type { BarrierCategory, Kind } from '#domain/nouns/vocabulary.ts';
import type { ExampleName } from '#features/examples/example-names.ts';
import { waitUntilOffline } from './app-test.ts';
import type { ServerProcess } from './server-process.ts';
import { expect } from './patient-expect.ts';
import { type Say, say } from './words.ts';

/** Opens the app; once with its server, where that runs, which is then stopped: all that follows happens without one. */
export async function openOffline(page: Page, server: ServerProcess): Promise<void> {
  await page.goto(server.url);
  if (server.pid() === undefined) return;
  await waitUntilOffline(page);
  await server.stop();
}

/** One tap on Home; the session is there, on its purpose. */
export async function startSession(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('home.start') }).click();
  await expect(page.getByRole('heading', { level: 1, name: say('sessions.purpose.title') })).toBeVisible();
}

export async function openExample(page: Page, name: ExampleName, speak: Say = say): Promise<void> {
  const title = speak(`examples.${name}.title`);
  await page.getByRole('button', { name: speak('examples.openOf', { title }), exact: true }).click();
  await expect(page).toHaveURL(/\/(purpose$|programme\/)/);
}

type Place = 'agenda' | 'groups' | 'board' | 'register' | 'close';

/** Goes to a place of the session by the rail or the bar. */
export async function goTo(page: Page, place: Place): Promise<void> {
  const places = page.getByRole('navigation', { name: say('app.nav.sessionLabel') });
  await places.getByRole('link', { name: say(`app.nav.${place}`) }).click();
  await expect(page).toHaveURL(new RegExp(`/${place}$`));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** Goes to an address without loading the app again, by way of one where nothing is left open. */
export async function goWithin(page: Page, address: string): Promise<void> {
  for (const to of ['/nowhere', address]) {
    await page.evaluate((next) => {
      window.history.pushState({}, '', next);
      window.dispatchEvent(new PopStateEvent('popstate', { state: {} }));
    }, to);
    await expect(page.getByRole('heading').first()).toBeVisible();
  }
  await expect(page.getByRole('status', { name: /./ })).toHaveCount(0);
}

/** A session with one block and its four groups; the first group is open, ready to be written in. */
export async function startGroupWork(page: Page): Promise<void> {
  await startSession(page);
  await goTo(page, 'groups');
  await page.getByRole('button', { name: say('groups.empty.start', { count: 4 }) }).click();
  await openGroup(page, say('groups.number', { number: 1 }));
}

/** From Home: the first group of the one session, which has no title. */
export async function openTheGroup(page: Page): Promise<void> {
  await page.getByRole('link', { name: new RegExp(say('app.empty.untitled')) }).click();
  await goTo(page, 'groups');
  await openGroup(page, say('groups.number', { number: 1 }));
}

/** From the page of groups. */
export async function openGroup(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: new RegExp(`^${name}`) }).click();
  await expect(typedLine(page)).toBeVisible();
}

/** The line being typed. */
export const typedLine = (page: Page): Locator =>
  page.getByRole('textbox', { name: new RegExp(`^${say('captures.typing.label', { ref: '' })}`) });

/** The lines of the group that is open. */
export const lines = (page: Page): Locator =>
  page.getByRole('list', { name: new RegExp(`^${say('captures.lines', { label: '' })}`) }).getByRole('listitem');

export const lineOf = (page: Page, text: string): Locator => lines(page).filter({ hasText: text });

/** What a line is, as the button that changes it says: "Line A1-02 is: Barrier · Policy. Tap to change". */
export const kindButton = (page: Page, ref: string, kind: Kind, category?: BarrierCategory): Locator => {
  const what = [say(`words.kind.${kind}`), ...(category ? [say(`words.category.${category}`)] : [])].join(' · ');
  return lines(page).getByRole('button', { name: say('captures.row.kind', { ref, kind: what }), exact: true });
};

/** A line that has just been ended is on its way to the disk; kept, it can be moved. */
export const expectKept = (page: Page, ref: string): Promise<void> =>
  expect(lines(page).getByRole('button', { name: say('captures.row.more', { ref }), exact: true })).toBeEnabled();

/** The texts of the lines, in order. */
export const textsOf = (page: Page): Promise<string[]> => lines(page).locator('[data-line-text]').allInnerTexts();

/** Opens everything else that can be done with a line. */
export async function openMenuOf(page: Page, ref: string): Promise<Locator> {
  await lines(page)
    .getByRole('button', { name: say('captures.row.more', { ref }), exact: true })
    .click();
  return page.getByRole('dialog');
}

/** Takes back the last thing done, as the bar says it was. */
export async function undo(page: Page, done: string): Promise<void> {
  await expect(page.getByText(done)).toBeVisible();
  await page.getByRole('button', { name: say('app.do.undo') }).click();
  await expect(page.getByText(done)).toBeHidden();
}
