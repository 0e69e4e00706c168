/** The language on screen: chosen at first start from the browser, changed by a person, kept on the tablet. */
import { create } from 'zustand';
import type { Catalogue, First } from '#language/catalogue.ts';
import { loadFirst, loadRest } from '#language/load.ts';
import { chooseLocale, formatOf, pseudoLocale, type Locale } from '#language/locales.ts';

const key = 'baraza-language';

interface LanguageState {
  readonly locale: Locale;
  /** The words of the first screen, then all of them. */
  readonly catalogue: First | Catalogue;
  readonly whole: boolean;
}

export const useLanguage = create<LanguageState | undefined>()(() => undefined);

/** `?pseudo` in the address shows, in this tab, the language that nobody speaks. */
const asksForPseudo = (): boolean => {
  if (new URLSearchParams(location.search).has('pseudo')) sessionStorage.setItem(key, pseudoLocale);
  return sessionStorage.getItem(key) === pseudoLocale;
};

/** Brings the first words before the first paint. Where those of the choice do not come, English does. */
export const startLanguage = async (): Promise<void> => {
  const locale = asksForPseudo() ? pseudoLocale : chooseLocale(navigator.languages, localStorage.getItem(key));
  // Every screen but Home needs them all.
  if (location.pathname !== '/') void loadRest(locale).catch(() => undefined);
  await showFirst(locale).catch(() => showFirst('en'));
};

/** Resolves when every word of the language on screen is here; rejects where they do not come. */
export const wholeLanguage = async (): Promise<void> => {
  const shown = useLanguage.getState();
  if (!shown || shown.whole) return;
  const { locale, catalogue } = shown;
  const rest = await loadRest(locale);
  if (useLanguage.getState() === shown)
    useLanguage.setState({ locale, catalogue: { ...catalogue, ...rest }, whole: true });
};

/** Changes the language at once, and for the next start. Rejects where its words did not come. */
export const changeLanguage = async (locale: Locale): Promise<void> => {
  const [first, rest] = await Promise.all([loadFirst(locale), loadRest(locale)]);
  mark(locale);
  useLanguage.setState({ locale, catalogue: { ...first, ...rest }, whole: true });
  sessionStorage.removeItem(key);
  localStorage.setItem(key, locale);
};

const showFirst = async (locale: Locale): Promise<void> => {
  const catalogue = await loadFirst(locale);
  mark(locale);
  useLanguage.setState({ locale, catalogue, whole: false });
};

const mark = (locale: Locale): void => {
  document.documentElement.lang = locale;
  document.documentElement.dir = formatOf(locale).dir;
};
