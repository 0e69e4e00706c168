import { describe, expect, it } from 'vitest';
import format from 'icu-minify/format';
import { createTranslator } from 'use-intl/core';
import { catalogue as en } from '#language/en/catalogue.ts';
import { catalogue as fr } from '#language/fr/catalogue.ts';
import { catalogue as tr } from '#language/tr/catalogue.ts';
import { compiled } from '#tools/compiled-messages.mjs';

interface Branch {
  readonly [key: string]: string | Branch;
}
type Compiled = Parameters<typeof format>[0];

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...args),
};

const leaves = (branch: Branch, made: Record<string, unknown>, path = ''): [string, string, unknown][] =>
  Object.entries(branch).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value, made[key]]]
      : leaves(value, made[key] as Record<string, unknown>, `${path}${key}.`),
  );

/** An argument of every name in use, as a count; texts take figures too. */
const argumentsOf = (message: string, count: number) =>
  Object.fromEntries([...message.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => [name, count]));

describe.each([
  ['en-GB', en],
  ['tr-TR', tr],
  ['fr-FR', fr],
] as const)('the messages of a build in %s', (locale, catalogue) => {
  const messages = leaves(catalogue, compiled(catalogue)).filter(([, message]) => !message.includes('<'));

  it.each([0, 1, 2, 5, 1234])('say what the catalogue says of %i', (count) => {
    const different = messages.flatMap(([key, message, ready]) => {
      const values = argumentsOf(message, count);
      const parsed = createTranslator({ locale, messages: { m: message } as Record<string, string> })('m', values);
      const made = format(ready as Compiled, locale, values, { formatters });
      return parsed === made ? [] : [`${key}: ${String(made)} instead of ${parsed}`];
    });
    expect(different).toEqual([]);
  });
});
