import type { Area } from '#language/catalogue.ts';

export const captures: Area<'captures'> = {};
