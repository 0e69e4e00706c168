/** The words on screen, from the catalogues, with their numbers and names put in. */
import { createTranslator } from 'use-intl/core';
import type { Catalogue, Messages } from '#language/catalogue.ts';
import { catalogue as english } from '#language/en/catalogue.ts';
import { formatOf, type Locale } from '#language/locales.ts';
import { pseudo } from '#language/pseudo.ts';
import { catalogue as turkish } from '#language/tr/catalogue.ts';

const translator = (locale: Locale, catalogue: Catalogue) =>
  createTranslator<Messages>({
    locale: formatOf(locale).format,
    messages: catalogue as Messages,
    timeZone: 'UTC',
  });

/** `say('register.list.count', { count: 31 })` is "31 people". */
export const say = translator('en', english);
export type Say = typeof say;
export const sayInTurkish: Say = translator('tr', turkish);
/** The language that nobody speaks. */
export const sayInPseudo: Say = translator('en-XA', pseudo(english));
