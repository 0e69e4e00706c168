import { describe, expect, it } from 'vitest';
import { authorship } from '#domain/noun.ts';
import { nounNames, nouns as registry } from '#domain/registry.ts';
import * as vocabulary from '#domain/nouns/vocabulary.ts';
import { catalogue } from '#language/en/catalogue.ts';

const { words, nouns } = catalogue;
const has = (labels: object, value: string) => typeof (labels as Record<string, unknown>)[value] === 'string';

/** Where the words of each closed list are; a list without a line here fails the first test. */
const wordsOfList: Readonly<Record<keyof typeof vocabulary, readonly object[]>> = {
  sides: [words.side, words.sideLetter],
  kinds: [words.kind, words.kinds],
  barrierCategories: [words.category],
  sessionTypes: [words.sessionType],
  sessionStatuses: [words.sessionStatus],
  blockCategories: [words.blockCategory],
  dayParts: [words.dayPart, words.dayPartShort],
  sexes: [words.sex],
  ageBands: [words.ageBand],
  actionStatuses: [words.actionStatus],
  registrationSources: [words.registrationSource],
  registrationStatuses: [words.registrationStatus],
};

describe.each(Object.entries(vocabulary))('the closed list %s', (list, values) => {
  it('has a word for each value', () => {
    const labels = wordsOfList[list as keyof typeof vocabulary] ?? [];
    expect(labels.length).toBeGreaterThan(0);
    for (const group of labels) expect(values.filter((value) => !has(group, value))).toEqual([]);
  });
});

describe.each(nounNames)('the noun %s', (noun) => {
  it('has a name and a label for each field', () => {
    const labels = nouns[noun];
    expect(['name', ...Object.keys(registry[noun].fields)].filter((field) => !has(labels, field))).toEqual([]);
  });
});

it('labels what every record carries', () => {
  expect(Object.keys(authorship).filter((field) => !has(nouns.record, field))).toEqual([]);
});
