/** How long ago something was, or how soon it will be, as people say it. */
import { useFormatter, useNow, useTranslations } from 'use-intl';

/** Nearer than this, seconds are noise. */
const momentMs = 60_000;
const everyMs = 15_000;

/** Takes milliseconds since 1970. What is past never reads as future because two clocks differ, nor the reverse. */
export function useAge(): (at: number, when: 'past' | 'future') => string {
  const t = useTranslations('device.age');
  const format = useFormatter();
  const now = useNow({ updateInterval: everyMs }).getTime();
  return (at, when) => {
    const isNear = when === 'past' ? now - at < momentMs : at - now < momentMs;
    return isNear ? t(when) : format.relativeTime(at, now);
  };
}
