/** English, British: the source of the keys. */
import { first } from './first.ts';
import { rest } from './rest.ts';

export const catalogue = { ...first, ...rest } as const;
