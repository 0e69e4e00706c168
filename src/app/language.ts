/** The language on screen: chosen at first start from the browser, changed by a person, kept on the tablet. */
import { create } from 'zustand';
import type { Catalogue } from '#language/catalogue.ts';
import { loadCatalogue } from '#language/load.ts';
import { chooseLocale, formatOf, pseudoLocale, type Locale } from '#language/locales.ts';

const key = 'baraza-language';

interface LanguageState {
  readonly locale: Locale;
  readonly catalogue: Catalogue;
}

export const useLanguage = create<LanguageState | undefined>()(() => undefined);

/** `?pseudo` in the address shows, in this tab, the language that nobody speaks. */
const asksForPseudo = (): boolean => {
  if (new URLSearchParams(location.search).has('pseudo')) sessionStorage.setItem(key, pseudoLocale);
  return sessionStorage.getItem(key) === pseudoLocale;
};

/** Brings the words before the first paint. Where those of the choice do not come, English does. */
export const startLanguage = async (): Promise<void> => {
  const locale = asksForPseudo() ? pseudoLocale : chooseLocale(navigator.languages, localStorage.getItem(key));
  await show(locale).catch(() => show('en'));
};

/** Changes the language at once, and for the next start. Rejects where its words did not come. */
export const changeLanguage = async (locale: Locale): Promise<void> => {
  await show(locale);
  sessionStorage.removeItem(key);
  localStorage.setItem(key, locale);
};

const show = async (locale: Locale): Promise<void> => {
  const catalogue = await loadCatalogue(locale);
  document.documentElement.lang = locale;
  document.documentElement.dir = formatOf(locale).dir;
  useLanguage.setState({ locale, catalogue });
};
