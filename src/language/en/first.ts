/** What the first screen says: Home, and what can befall anybody anywhere. */
import { app } from './app.ts';
import { home } from './home.ts';
import { examples } from './examples.ts';
import { problems } from './problems.ts';

export const first = {
  app,
  home,
  examples,
  problems,
} as const;
