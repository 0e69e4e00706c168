import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appVersion } from '#documents/app-version.ts';
import { backupName } from '#documents/file-name.ts';
import { make } from '#tests/support/documents.ts';
import { partnershipDay } from './partnership-day.ts';

const named = async (title: string | null, more: object = {}) => {
  const day = partnershipDay();
  return (await make({ kind: 'summary' }, { ...day, session: { ...day.session, title, ...more } })).name;
};

describe('the name of a file', () => {
  it('says of which session, of which day and what it is', async () => {
    const days = [
      { date: '2026-11-23', startsAt: '09:00' },
      { date: '2026-11-24', startsAt: '09:00' },
    ];
    expect(await named('Partnership day', { days })).toBe('Partnership day 2026-11-23 summary.txt');
  });

  it('has the day it was made where the session has no date, and words where it has no title', async () => {
    expect(await named('Partnership day')).toBe('Partnership day 2026-11-22 summary.txt');
    expect(await named(null)).toBe('Untitled session 2026-11-22 summary.txt');
  });

  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\system32', 'C Windows system32'],
    ['a/b:c*d?e"f<g>h|i', 'a b c d e f g h i'],
    ['line\nbreak\ttab\u0000null', 'line break tab\uFFFDnull'],
    ['  . hidden . ', 'hidden'],
    ['right\u202Eto left', 'right to left'],
    ['Iğdır’da Çalıştay: ŞÖÜ', 'Iğdır’da Çalıştay ŞÖÜ'],
    ['e\u0301te\u0301', 'été'],
    ['...', 'Baraza'],
  ])('keeps the letters of %j and no sign that a disk refuses', async (title, expected) => {
    expect(await named(title)).toBe(`${expected} 2026-11-22 summary.txt`);
  });

  it('is cut between words, and within one that is too long, never within a letter', async () => {
    expect(await named(`${'word '.repeat(20)}end`)).toBe(`${'word '.repeat(12).trim()} 2026-11-22 summary.txt`);
    expect(await named('😀'.repeat(80))).toBe(`${'😀'.repeat(60)} 2026-11-22 summary.txt`);
  });

  it('of a backup has the minute, so that two of a day are two', () => {
    const at = Date.parse('2026-11-22T13:05:00Z');
    expect(backupName('a:b', 'backup', at, 'Indian/Mahe')).toBe('a b 2026-11-22 1705 backup.baraza');
  });
});

it('backups name the version of the package', () => {
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')) as {
    readonly version: string;
  };
  expect(appVersion).toBe(version);
});
