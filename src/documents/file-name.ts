/** Names of files that say of which session, of which day, and what they are; letters of every language are kept. */
import type { SessionBundle } from '#domain/session-bundle.ts';
import { sessionTitle, type Speech } from './language.ts';
import { printable } from './table.ts';
import { wallTime } from './time.ts';

/** `Partnership day 2026-11-22 report.docx`; without a date of the session, the day the file was made. */
export function fileName(
  bundle: SessionBundle,
  speech: Speech,
  what: string,
  extension: string,
  madeAt: number,
): string {
  const held = bundle.session.days?.find(({ date }) => date)?.date;
  return `${clean(sessionTitle(speech, bundle))} ${held ?? wallTime(madeAt, speech.timeZone).date} ${what}.${extension}`;
}

/** Named by the minute it was made: two backups of a day are two files. */
export function backupName(
  title: string,
  what: string,
  madeAt: number,
  timeZone: string,
  extension: 'baraza' | 'txt' = 'baraza',
): string {
  const { date, clock } = wallTime(madeAt, timeZone);
  return `${clean(title)} ${date} ${clock.replace(':', '')} ${what}.${extension}`;
}

/** Without the signs that a disk, a stick or a mail refuses; at most 60 characters, of whole words where it can be. */
const clean = (title: string): string => {
  const kept = printable(title)
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\s\p{C}]+/gu, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const letters = [...kept];
  const cut = letters.slice(0, longest).join('');
  const space = cut.lastIndexOf(' ');
  const whole =
    letters.length <= longest || letters[longest] === ' ' || space < longest / 2 ? cut : cut.slice(0, space);
  return whole.replace(/[. ]+$/, '') || 'Baraza';
};

const longest = 60;
