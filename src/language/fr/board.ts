import type { Area } from '#language/catalogue.ts';

export const board: Area<'board'> = {};
