import type { Area } from '#language/catalogue.ts';

export const device: Area<'device'> = {};
