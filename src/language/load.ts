/** Brings one language: one chunk each, so that nobody downloads the others before they are asked for. */
import type { Catalogue } from './catalogue.ts';
import type { Locale } from './locales.ts';

export const loadCatalogue = async (locale: Locale): Promise<Catalogue> => {
  switch (locale) {
    case 'tr':
      return (await import('./tr/catalogue.ts')).catalogue;
    case 'fr':
      return (await import('./fr/catalogue.ts')).catalogue;
    case 'en':
      return (await import('./en/catalogue.ts')).catalogue;
    case 'en-XA':
      return (await import('./xa/catalogue.ts')).catalogue;
  }
};
