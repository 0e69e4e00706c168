import type { Area } from '#language/catalogue.ts';

export const documents: Area<'documents'> = {};
