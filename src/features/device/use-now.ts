/** The present moment, for words like "five minutes ago". */
import { useNow as useNowOf } from 'use-intl';

/** Milliseconds since 1970, told afresh every so many milliseconds. */
export const useNow = (everyMs = 30_000): number => useNowOf({ updateInterval: everyMs }).getTime();
