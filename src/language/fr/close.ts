import type { Area } from '#language/catalogue.ts';

export const close: Area<'close'> = {};
