import { rest as english } from '#language/en/rest.ts';
import { pseudo } from '#language/pseudo.ts';

export const rest = pseudo(english);
