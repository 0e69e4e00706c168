import type { Area } from '#language/catalogue.ts';

export const sessions: Area<'sessions'> = {};
