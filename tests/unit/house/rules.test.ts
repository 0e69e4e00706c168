/** Each rule of a RULES.md (`- **AG1** ...`) has a test whose title begins with its id in square brackets. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const textsOf = (folder: string, name: RegExp): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));

const declaredIn = (text: string) => [...text.matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].flatMap(([, id]) => id ?? []);
/** A title may begin with several ids. */
const citedIn = (text: string) =>
  [...text.matchAll(/['"`]((?:\[[A-Z]+\d+\][ ,]*)+)/g)].flatMap(([, ids]) => ids?.match(/[A-Z]+\d+/g) ?? []);

const declared = textsOf('src', /^RULES\.md$/).flatMap(declaredIn);
const cited = new Set(textsOf('tests', /\.(?:test|spec)\.tsx?$/).flatMap(citedIn));

it('cites every rule in the title of a test', () => {
  expect(declared.filter((id) => !cited.has(id))).toEqual([]);
});

it('cites no rule that does not exist', () => {
  expect([...cited].filter((id) => !declared.includes(id))).toEqual([]);
});

it('gives each rule an id of its own', () => {
  expect(declared.filter((id, index) => declared.indexOf(id) !== index)).toEqual([]);
});

it('reads rules and citations as they are written', () => {
  expect(declaredIn('- **AG1** Blocks follow one another.\n- AG2 is not a rule.\n')).toEqual(['AG1']);
  const quote = "'";
  expect(citedIn(`it(${quote}[AG1][AG2] follows${quote}, () => table['B1'] ?? list[C1]);`)).toEqual(['AG1', 'AG2']);
});
