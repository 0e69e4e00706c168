import type { Area } from '#language/catalogue.ts';

export const agenda: Area<'agenda'> = {};
