/** Which half-day it is, and what half-days are called. */
import { useCallback } from 'react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import type { HalfDay } from '#domain/attendance.ts';
import type { Values } from '#domain/registry.ts';

export type Days = NonNullable<Values<'session'>['days']>;

/** The half-day of a moment: the day of the session with its date, or else the first; afternoon from 13:00 on. */
export function halfDayAt(now: Date, days: Days): HalfDay {
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  const day = days.findIndex(({ date }) => date === today);
  return { day: Math.max(0, day), part: now.getHours() < 13 ? 'am' : 'pm' };
}

export interface DayWords {
  /** `Day 2`, with its date where there is one; empty where there is but one day without a date. */
  readonly day: (day: number) => string;
  /** `Day 2, morning`; of a single day `Morning`. */
  readonly halfDay: (halfDay: HalfDay) => string;
}

export function useDayWords(days: Days): DayWords {
  const t = useTranslations('register');
  const words = useTranslations('words');
  const format = useFormatter();
  const locale = useLocale();
  const day = useCallback(
    (at: number) => {
      const date = days[at]?.date;
      const said = date
        ? format.dateTime(new Date(`${date}T12:00:00`), { weekday: 'short', day: 'numeric', month: 'short' })
        : '';
      if (days.length < 2) return said;
      return said === '' ? t('day', { day: at + 1 }) : t('dayOn', { day: at + 1, date: said });
    },
    [days, format, t],
  );
  const halfDay = useCallback(
    (which: HalfDay) =>
      days.length < 2
        ? words(`dayPart.${which.part}`)
        : t('halfDay', { day: which.day + 1, part: words(`dayPart.${which.part}`).toLocaleLowerCase(locale) }),
    [days.length, locale, t, words],
  );
  return { day, halfDay };
}
