/** Every screen of the app, with sheets and menus opened, on the example of a partnership day; in any language. */
import { expect, type Page } from '@playwright/test';
import { idFromParts } from '#domain/id.ts';
import { exampleProgrammeId, exampleSessionId } from '#features/examples/example.ts';
import { goWithin } from './facilitator.ts';
import type { Say } from './words.ts';

const sessionId = exampleSessionId('seychelles', 'day');
const session = `/session/${sessionId}`;
const blockId = idFromParts('block', sessionId, 'b5');
const group = `${session}/group/${idFromParts('group', blockId, 'g4')}`;

/** How the screens speak, and what the names in the example are there. */
export interface Speech {
  readonly say: Say;
  readonly named: (name: string) => string;
}

/** What is opened on a screen. */
type Act = (page: Page, speech: Speech) => Promise<void>;

export interface Screen {
  readonly name: string;
  readonly path: string;
  readonly act?: Act;
}

const sheet = (page: Page) => page.getByRole('dialog');
const opened = (page: Page) => expect(sheet(page)).toBeVisible();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** The menu of the first thing that has one. */
const menu: Act = async (page) => {
  await page.locator('main [aria-haspopup=menu]').first().click();
  await expect(page.getByRole('menu')).toBeVisible();
};
const pressed =
  (words: (speech: Speech) => string): Act =>
  async (page, speech) => {
    await button(page, words(speech)).first().click();
    await opened(page);
  };
const lineMenu: Act = async (page) => {
  await page.locator('main li [aria-haspopup=dialog]').first().click();
  await opened(page);
};
/** Opens the first of them, and asks that it be erased. */
function askToErase(what: 'line' | 'person'): Act {
  const first = what === 'line' ? 'main [data-capture-id] button' : 'main li[id^=person-] button';
  return async (page, { say }) => {
    await page.locator(first).first().click();
    await opened(page);
    await button(page, say(what === 'line' ? 'erasing.askLine' : 'erasing.askPerson')).click();
    await expect(sheet(page).getByText(say('erasing.never'))).toBeVisible();
  };
}
async function erasePerson(page: Page, speech: Speech) {
  await askToErase('person')(page, speech);
  await sheet(page).locator('section button').last().click();
  await expect(sheet(page).getByText(speech.say('erasing.personStays'))).toBeVisible();
}
const inLineMenu =
  (words: (speech: Speech) => string): Act =>
  async (page, speech) => {
    await lineMenu(page, speech);
    await button(page, words(speech)).click();
    await opened(page);
  };

export const firstScreens: readonly Screen[] = [{ name: 'Home without a session', path: '/' }];

/** With the example on the tablet. */
export const screens: readonly Screen[] = [
  { name: 'Home', path: '/', act: menu },
  { name: 'programme', path: `/programme/${exampleProgrammeId('seychelles')}` },
  {
    name: 'about a programme',
    path: `/programme/${exampleProgrammeId('seychelles')}`,
    act: (page, { say }) => page.getByRole('tab', { name: say('home.programme.about') }).click(),
  },
  { name: 'this tablet', path: '/device' },
  { name: 'the tablets on a server', path: '/devices' },
  { name: 'join', path: '/join' },
  { name: 'not found', path: '/nowhere' },
  { name: 'purpose', path: `${session}/purpose` },
  { name: 'quotas', path: `${session}/purpose`, act: pressed(({ say }) => say('register.quota.edit')) },
  { name: 'who holds the tablet', path: `${session}/agenda`, act: pressed(({ say }) => say('device.holder.question')) },
  { name: 'agenda', path: `${session}/agenda`, act: menu },
  {
    name: 'block',
    path: `${session}/agenda`,
    act: pressed(({ say, named }) => say('agenda.open', { title: named('Lunch') })),
  },
  { name: 'groups', path: `${session}/groups`, act: menu },
  { name: 'group that is gone', path: `${session}/group/gone` },
  { name: 'group', path: group },
  {
    name: 'name of a group',
    path: group,
    act: pressed(({ say, named }) => say('groups.editOf', { name: named('Practical') })),
  },
  {
    name: 'line with its kinds, and undo',
    path: group,
    act: async (page, { say }) => {
      await page.locator('main li button[aria-expanded]').first().click();
      await page
        .locator('main li')
        .getByRole('button', { name: say('words.kind.barrier'), exact: true })
        .first()
        .click();
    },
  },
  {
    name: 'all kinds of the line being typed',
    path: group,
    act: async (page, { say }) => {
      await button(page, say('captures.kind.more')).click();
      await expect(button(page, say('captures.kind.fewer'))).toBeVisible();
    },
  },
  { name: 'menu of a line', path: group, act: lineMenu },
  { name: 'where a line can go', path: group, act: inLineMenu(({ say }) => say('captures.menu.moveTo')) },
  { name: 'history of a line', path: group, act: inLineMenu(({ say }) => say('captures.menu.history')) },
  { name: 'all of a line', path: group, act: inLineMenu(({ say }) => say('captures.menu.details')) },
  {
    name: 'line being put right',
    path: group,
    act: async (page) => {
      await page.locator('main [data-line-text]').first().click();
      await expect(page.locator('main li textarea')).toBeVisible();
    },
  },
  { name: 'reading back', path: `${group}?read` },
  { name: 'plenary', path: `${session}/plenary/${blockId}` },
  { name: 'board', path: `${session}/board` },
  {
    name: 'line of the board',
    path: `${session}/board`,
    act: async (page) => {
      await page.locator('main [data-capture-id] button').nth(3).click();
      await opened(page);
    },
  },
  {
    name: 'search without a result',
    path: `${session}/board`,
    act: async (page, { say }) => {
      await page.getByLabel(say('board.search')).fill('zzzzzz');
      await expect(page.getByText(say('board.nothingFits'))).toBeVisible();
    },
  },
  { name: 'register', path: `${session}/register` },
  {
    name: 'walk-in',
    path: `${session}/register`,
    act: async (page, { say }) => {
      await page.getByRole('button', { name: say('register.add.walkIn') }).click();
      await page.getByRole('button', { name: say('register.add.more') }).click();
      await expect(page.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'somebody on the list',
    path: `${session}/register`,
    act: async (page) => {
      await page.locator('main li[id^=person-] button').first().click();
      await opened(page);
      for (const more of await sheet(page).locator('summary').all()) await more.click();
    },
  },
  {
    name: 'list from a spreadsheet',
    path: `${session}/register`,
    act: async (page, { say, named }) => {
      await page.getByRole('button', { name: say('register.add.more') }).click();
      await page.getByRole('menuitem', { name: say('register.add.fromSpreadsheet') }).click();
      await sheet(page).getByRole('textbox').fill(listText(named));
      await expect(sheet(page).locator('#list-line-2')).toBeVisible();
    },
  },
  { name: 'closing the day', path: `${session}/close` },
  { name: 'files', path: `${session}/report` },
  { name: 'a line about to be erased', path: `${session}/board`, act: askToErase('line') },
  { name: 'somebody erased', path: `${session}/register`, act: erasePerson },
];

/** The headings of a list, which are shown as they were typed. No screen of ours says them in English. */
export const listHeadings = ['Ad Soyad', 'Kurum', 'Taraf'] as const;

const listText = (named: Speech['named']): string =>
  [
    listHeadings,
    [named('Lina D’Alizé'), named('District Councils Desk (example)'), named('perhaps')],
    ['', named('Zil (example)'), named('NGO')],
  ]
    .map((row) => row.join('\t'))
    .join('\n');

/** Goes to a screen without loading the app again. */
export async function show(page: Page, speech: Speech, { path, act }: Screen): Promise<void> {
  await goWithin(page, path);
  await act?.(page, speech);
}
