/** Brings a language in two chunks: the words of the first screen, and all others. */
import type { Catalogue, First, Rest } from './catalogue.ts';
import type { Locale } from './locales.ts';

export const loadFirst = async (locale: Locale): Promise<First> => {
  switch (locale) {
    case 'tr':
      return (await import('./tr/first.ts')).first;
    case 'fr':
      return (await import('./fr/first.ts')).first;
    case 'en':
      return (await import('./en/first.ts')).first;
    case 'en-XA':
      return (await import('./xa/first.ts')).first;
  }
};

export const loadRest = async (locale: Locale): Promise<Rest> => {
  switch (locale) {
    case 'tr':
      return (await import('./tr/rest.ts')).rest;
    case 'fr':
      return (await import('./fr/rest.ts')).rest;
    case 'en':
      return (await import('./en/rest.ts')).rest;
    case 'en-XA':
      return (await import('./xa/rest.ts')).rest;
  }
};

export const loadCatalogue = async (locale: Locale): Promise<Catalogue> => {
  const [first, rest] = await Promise.all([loadFirst(locale), loadRest(locale)]);
  return { ...first, ...rest };
};
