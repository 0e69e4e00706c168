/** The words of a document: in the language that was chosen for it, whatever the screen speaks. */
import { createTranslator } from 'use-intl/core';
import type { SessionBundle } from '#domain/session-bundle.ts';
import type { Side } from '#domain/nouns/vocabulary.ts';
import type { Catalogue, Messages } from '#language/catalogue.ts';
import { formatOf, type Locale } from '#language/locales.ts';

export interface DocumentLanguage {
  readonly locale: Locale;
  readonly messages: Catalogue;
  /** Of the place where the session is held, e.g. `Indian/Mahe`. */
  readonly timeZone: string;
}

export type Translate = ReturnType<typeof createTranslator<Messages>>;

export interface Speech {
  readonly t: Translate;
  readonly timeZone: string;
  /** `22 November 2026` of a calendar day; "to be confirmed" where there is none. */
  readonly day: (date: string | null | undefined) => string;
  /** The same with the day of the week. */
  readonly weekday: (date: string) => string;
  /** `22 November 2026, 14:05` of an instant. */
  readonly moment: (instantMs: number) => string;
  /** `14:05` of an instant. */
  readonly clock: (instantMs: number) => string;
  readonly number: (value: number) => string;
  /** Compares as a list in this language is sorted. */
  readonly compare: (a: string, b: string) => number;
  /** Excel's words for a day and for a day with its time. */
  readonly dateFormat: string;
  readonly dateTimeFormat: string;
}

export function speechOf({ locale, messages, timeZone }: DocumentLanguage): Speech {
  const { format } = formatOf(locale);
  const t = createTranslator<Messages>({
    locale: format,
    messages: messages as Messages,
    timeZone,
    onError: (problem) => {
      throw problem;
    },
  }) as Translate;
  const days = new Intl.DateTimeFormat(format, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
  const weekdays = new Intl.DateTimeFormat(format, {
    timeZone: 'UTC',
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  const clocks = new Intl.DateTimeFormat(format, { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' });
  const moments = new Intl.DateTimeFormat(format, {
    timeZone,
    hourCycle: 'h23',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const numbers = new Intl.NumberFormat(format);
  const collator = new Intl.Collator(format, { numeric: true });
  const dateFormat = locale === 'tr' ? String.raw`dd\.mm\.yyyy` : 'dd/mm/yyyy';
  return {
    t,
    timeZone,
    day: (date) => (date ? days.format(Date.parse(`${date}T00:00:00Z`)) : t('documents.toBeConfirmed')),
    weekday: (date) => weekdays.format(Date.parse(`${date}T00:00:00Z`)),
    moment: (instantMs) => moments.format(instantMs),
    clock: (instantMs) => clocks.format(instantMs),
    number: (value) => numbers.format(value),
    compare: (a, b) => collator.compare(a, b),
    dateFormat,
    dateTimeFormat: `${dateFormat} hh:mm`,
  };
}

/** What a side is called in this programme, or by everybody; empty where no side was said. */
export const sideName = ({ t }: Speech, { programme }: SessionBundle, side: Side | null | undefined): string => {
  if (!side) return '';
  const own = programme?.sideLabels?.[side];
  return own !== undefined && own !== '' ? own : t(`words.side.${side}`);
};

/** The session's title, or words that say it has none yet. */
export const sessionTitle = ({ t }: Speech, { session }: SessionBundle): string =>
  session.title ? session.title : t('documents.untitledSession');
