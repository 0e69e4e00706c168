/** What every other screen and every document says. A new area is a file in each language and a line here. */
import { words } from './words.ts';
import { nouns } from './nouns.ts';
import { sessions } from './sessions.ts';
import { agenda } from './agenda.ts';
import { groups } from './groups.ts';
import { captures } from './captures.ts';
import { board } from './board.ts';
import { register } from './register.ts';
import { erasing } from './erasing.ts';
import { close } from './close.ts';
import { device } from './device.ts';
import { tablets } from './tablets.ts';
import { reports } from './reports.ts';
import { documents } from './documents.ts';

export const rest = {
  words,
  nouns,
  sessions,
  agenda,
  groups,
  captures,
  board,
  register,
  close,
  erasing,
  device,
  tablets,
  reports,
  documents,
} as const;
