import type { Area } from '#language/catalogue.ts';

export const groups: Area<'groups'> = {};
