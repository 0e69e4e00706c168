/** Makes the keys and arguments of `useTranslations('home')` those of the English catalogue. */
import type { Messages as EnglishMessages } from '#language/catalogue.ts';

declare module 'use-intl' {
  interface AppConfig {
    Messages: EnglishMessages;
  }
}
