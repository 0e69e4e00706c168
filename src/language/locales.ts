/** The languages the product speaks, and which one to begin with. */

/** In the order of the menu, each in its own words. */
export const locales = [
  { code: 'en', name: 'English', format: 'en-GB', dir: 'ltr' },
  { code: 'tr', name: 'Türkçe', format: 'tr-TR', dir: 'ltr' },
  { code: 'fr', name: 'Français', format: 'fr-FR', dir: 'ltr' },
] as const;

export type Language = (typeof locales)[number]['code'];

/** Longer, accented English that shows a text which never passed through a catalogue. Not in the menu. */
export const pseudoLocale = 'en-XA';
export type Locale = Language | typeof pseudoLocale;

export const isLanguage = (code: string): code is Language => locales.some((locale) => locale.code === code);
export const isLocale = (code: string): code is Locale => code === pseudoLocale || isLanguage(code);

/**
 * The language to start in: the stored choice where it is one we speak, else the first language of the browser
 * that we speak (a region is ignored: `fr-CI` is French), else English.
 */
export const chooseLocale = (navigatorLanguages: readonly string[], stored: string | null | undefined): Locale => {
  if (stored && isLocale(stored)) return stored;
  for (const tag of navigatorLanguages) {
    const primary = tag.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(primary)) return primary;
  }
  return 'en';
};

/** How dates, numbers and plurals are written in a language: the tag for `Intl`, and the direction of writing. */
export const formatOf = (locale: Locale): { readonly format: string; readonly dir: 'ltr' | 'rtl' } =>
  locales.find(({ code }) => code === locale) ?? locales[0];
