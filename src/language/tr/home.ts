import type { Area } from '#language/catalogue.ts';

export const home: Area<'home'> = {};
