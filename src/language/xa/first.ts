/** The language nobody speaks, made of English. */
import { first as english } from '#language/en/first.ts';
import { pseudo } from '#language/pseudo.ts';

export const first = pseudo(english);
