import type { Area } from '#language/catalogue.ts';

export const register: Area<'register'> = {};
