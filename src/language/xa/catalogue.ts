/** The language nobody speaks, made of English. */
import { catalogue as english } from '#language/en/catalogue.ts';
import { pseudo } from '#language/pseudo.ts';

export const catalogue = pseudo(english);
