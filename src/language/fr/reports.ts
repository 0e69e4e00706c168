import type { Area } from '#language/catalogue.ts';

export const reports: Area<'reports'> = {};
