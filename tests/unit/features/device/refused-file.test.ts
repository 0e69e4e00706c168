import { expect, it } from 'vitest';
import type { Id } from '#domain/id.ts';
import { scopeOf } from '#domain/scope.ts';
import { refusedFile } from '#features/device/refused-file.ts';
import { reasonWords } from '#features/device/refused-words.ts';
import type { QuarantineRow } from '#storage/database.ts';

const scope = scopeOf('session', 'one' as Id<'session'>);
const row: QuarantineRow = {
  seq: 7,
  noun: 'capture',
  id: 'line',
  scope,
  at: 1_800_000_000_000,
  reason: 'invalid',
  path: 'text',
  message: 'too long',
  delta: { noun: 'capture', id: 'line', scope, v: { text: 'No rule on “who”\nis consulted' } },
};

it('the file of a refused record says it in words and holds the whole record', () => {
  const words = {
    title: 'No rule',
    from: 'Line, 23 November 2026',
    reason: 'Something in “Text” does not fit.',
    advice: 'Shorten it.',
    values: [['Text', 'No rule on “who”\nis consulted']],
  } as const;
  const file = refusedFile(row, words, { head: 'Not taken', record: 'The record:' });
  expect(file).toContain('Text: No rule on “who”\nis consulted');
  expect(file).toContain(words.reason);
  const machine = JSON.parse(file.slice(file.indexOf('{'))) as { record: unknown; refusedAt: number };
  expect(machine.record).toEqual(row.delta);
  expect(machine.refusedAt).toBe(row.at);
});

it('a refusal that names a field says which, and one that does not says so too', () => {
  expect(reasonWords({ reason: 'invalid', path: 'text' })).toBe('invalid');
  expect(reasonWords({ reason: 'invalid', path: '' })).toBe('invalidWhole');
  expect(reasonWords({ reason: 'too-large', path: '' })).toBe('too-large');
});
