import type { Area } from '#language/catalogue.ts';

export const problems: Area<'problems'> = {};
