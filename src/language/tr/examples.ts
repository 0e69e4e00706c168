import type { Area } from '#language/catalogue.ts';

export const examples: Area<'examples'> = {};
