import { expect, it } from 'vitest';
import { createTranslator } from 'use-intl/core';
import { pseudoMessage } from '#language/pseudo.ts';

const said = (message: string, values: Record<string, string | number>) =>
  createTranslator({ locale: 'en', messages: { m: pseudoMessage(message) } as Record<string, string> })('m', values);

it('wraps, accents and lengthens a message by a third', () => {
  const made = pseudoMessage('Start a session');
  expect(made).toMatch(/^⟦Šţáŕţ á šéššíóñ·+⟧$/);
  expect([...made].length - 2).toBeGreaterThanOrEqual(15 * 1.3);
});

it('leaves arguments, plurals and what stands in them to ICU', () => {
  expect(said('{name} holds this', { name: 'Ama' })).toContain('Ama ĥóļðš');
  expect(
    said('{count, plural, one {# line of {name}} other {# lines of {name}}}', { count: 2, name: 'Ama' }),
  ).toContain('2 ļíñéš óƒ Ama');
  expect(said('{count, plural, =0 {none} one {# line} other {# lines}} left', { count: 0 })).toContain('ñóñé ļéƒţ');
  expect(said('{filled, number} of {target, number}', { filled: 1200, target: 15 })).toContain('1,200 óƒ 15');
});

it('leaves tags alone', () => {
  expect(pseudoMessage('Open <link>this page</link>')).toContain('<link>ţĥíš þáĝé</link>');
});

it('keeps an empty message empty', () => {
  expect(pseudoMessage('')).toBe('');
});
