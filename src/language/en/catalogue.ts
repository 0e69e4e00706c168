/** English, British: the source of the keys. One file an area; a new area is a file in each language and a line here. */
import { app } from './app.ts';
import { words } from './words.ts';
import { nouns } from './nouns.ts';
import { home } from './home.ts';
import { sessions } from './sessions.ts';
import { agenda } from './agenda.ts';
import { groups } from './groups.ts';
import { captures } from './captures.ts';
import { board } from './board.ts';
import { register } from './register.ts';
import { close } from './close.ts';
import { device } from './device.ts';
import { reports } from './reports.ts';
import { documents } from './documents.ts';
import { examples } from './examples.ts';
import { problems } from './problems.ts';

export const catalogue = {
  app,
  words,
  nouns,
  home,
  sessions,
  agenda,
  groups,
  captures,
  board,
  register,
  close,
  device,
  reports,
  documents,
  examples,
  problems,
} as const;
