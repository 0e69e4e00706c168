import { describe, expect, it } from 'vitest';
import { chooseLocale, formatOf } from '#language/locales.ts';

describe('the language to start in', () => {
  it('is the stored choice where we speak it', () => {
    expect(chooseLocale(['en-GB'], 'tr')).toBe('tr');
    expect(chooseLocale(['en-GB'], 'en-XA')).toBe('en-XA');
  });

  it('is the first of the browser’s languages that we speak, whatever its region', () => {
    expect(chooseLocale(['sw-KE', 'fr-CI', 'en'], null)).toBe('fr');
    expect(chooseLocale(['TR-tr'], undefined)).toBe('tr');
  });

  it('is English where we speak none of them, and never the test language by itself', () => {
    expect(chooseLocale(['sw-KE', 'zu'], 'sw')).toBe('en');
    expect(chooseLocale(['en-XA'], null)).toBe('en');
    expect(chooseLocale([], null)).toBe('en');
  });
});

it('writes dates as people of the language do', () => {
  const day = new Date(Date.UTC(2026, 10, 22));
  const written = (locale: 'en' | 'tr' | 'fr' | 'en-XA') =>
    new Intl.DateTimeFormat(formatOf(locale).format, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
  expect([written('en'), written('tr'), written('fr'), written('en-XA')]).toEqual([
    '22 November 2026',
    '22 Kasım 2026',
    '22 novembre 2026',
    '22 November 2026',
  ]);
});
