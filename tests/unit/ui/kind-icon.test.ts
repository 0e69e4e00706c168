import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { kinds } from '#domain/nouns/vocabulary.ts';
import { kindIconNames } from '#ui/kind-icon.tsx';

it('every kind of line has an icon and a colour in both schemes', () => {
  const tokens = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
  expect(kinds.filter((kind) => !kindIconNames.includes(kind))).toEqual([]);
  expect(kinds.filter((kind) => tokens.split(`--kind-${kind}:`).length !== 3)).toEqual([]);
});
