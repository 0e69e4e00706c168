import type { First } from '#language/catalogue.ts';
import { app } from './app.ts';
import { home } from './home.ts';
import { examples } from './examples.ts';
import { problems } from './problems.ts';

export const first: First = {
  app,
  home,
  examples,
  problems,
};
