import type { Catalogue } from '#language/catalogue.ts';
import { first } from './first.ts';
import { rest } from './rest.ts';

export const catalogue: Catalogue = { ...first, ...rest };
