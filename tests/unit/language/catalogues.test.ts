import {
  isArgumentElement,
  isDateElement,
  isNumberElement,
  isPluralElement,
  isSelectElement,
  isTagElement,
  isTimeElement,
  parse,
} from '@formatjs/icu-messageformat-parser';
import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { catalogue as en } from '#language/en/catalogue.ts';
import { catalogue as fr } from '#language/fr/catalogue.ts';
import { catalogue as tr } from '#language/tr/catalogue.ts';
import { pseudo } from '#language/pseudo.ts';

const languages = { en, tr, fr, 'en-XA': pseudo(en) } as const;

/** Every message by its dotted key. */
const messagesOf = (branch: unknown, prefix = ''): Map<string, string> => {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(branch as object)) {
    const name = prefix === '' ? key : `${prefix}.${key}`;
    if (typeof value === 'string') found.set(name, value);
    else for (const [inner, message] of messagesOf(value, name)) found.set(inner, message);
  }
  return found;
};

/** The arguments and tags a message takes, as `count:plural`, `name:text`, `<b>`. */
const argumentsOf = (elements: readonly MessageFormatElement[]): Set<string> => {
  const found = new Set<string>();
  for (const element of elements) {
    if (isArgumentElement(element)) found.add(`${element.value}:text`);
    if (isNumberElement(element)) found.add(`${element.value}:number`);
    if (isDateElement(element) || isTimeElement(element)) found.add(`${element.value}:date`);
    if (isPluralElement(element) || isSelectElement(element)) {
      found.add(`${element.value}:${isPluralElement(element) ? 'plural' : 'select'}`);
      for (const option of Object.values(element.options))
        for (const inner of argumentsOf(option.value)) found.add(inner);
    }
    if (isTagElement(element)) {
      found.add(`<${element.value}>`);
      for (const inner of argumentsOf(element.children)) found.add(inner);
    }
  }
  return found;
};

const sorted = (values: Iterable<string>) => [...values].toSorted();
const english = messagesOf(en);

describe.each(Object.entries(languages))('the catalogue of %s', (_language, catalogue) => {
  const messages = messagesOf(catalogue);

  it('has the keys of English and no others', () => {
    expect(sorted(messages.keys())).toEqual(sorted(english.keys()));
  });

  it('says something for each key', () => {
    expect([...messages].filter(([, message]) => message.trim() === '').map(([key]) => key)).toEqual([]);
  });

  it('takes the arguments of English in each message', () => {
    const wrong = [...messages].flatMap(([key, message]) => {
      const own = sorted(argumentsOf(parse(message)));
      const wanted = sorted(argumentsOf(parse(english.get(key) ?? '')));
      return own.join() === wanted.join() ? [] : [`${key}: ${own.join()} instead of ${wanted.join()}`];
    });
    expect(wrong).toEqual([]);
  });

  it('writes apostrophes that ICU does not take for quotation marks', () => {
    expect([...messages].filter(([, message]) => message.includes("'")).map(([key]) => key)).toEqual([]);
  });
});

it.each(['tr', 'fr'] as const)('%s is not English that was left behind', (language) => {
  const messages = messagesOf(languages[language]);
  const wordsIn = (message: string) => message.replaceAll(/\{[^{}]*\}/g, '').match(/\p{L}{3,}/gu)?.length ?? 0;
  const long = [...english].filter(([, message]) => wordsIn(message) > 2);
  expect(long.filter(([key, message]) => messages.get(key) === message).map(([key]) => key)).toEqual([]);
});

it('never shows the words of programmers', () => {
  const banned = /\b(sync(ed|ing|hronis\w*)?|local|errors?|offline-first|database|upload(ed|ing)?|null|undefined)\b/i;
  expect(
    [...english].filter(([, message]) => banned.test(message)).map(([key, message]) => `${key}: ${message}`),
  ).toEqual([]);
});

it('parts French punctuation from its words by a space that does not break', () => {
  const loose = /«[^\u00A0]|[^\u00A0]»|[^\S\u00A0][;:?!]/;
  expect([...messagesOf(fr)].filter(([, message]) => loose.test(message)).map(([key]) => key)).toEqual([]);
});
