/** Instants as the clock on the wall shows them where the session is held. */

/** Date and time of day of an instant (milliseconds since 1970) in a time zone (`Europe/Istanbul`). */
export interface WallTime {
  /** `2026-11-22` */
  readonly date: string;
  /** `09:30` */
  readonly clock: string;
}

export function wallTime(instantMs: number, timeZone: string): WallTime {
  const parts: Record<string, string> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(instantMs)) parts[type] = value;
  return { date: `${parts.year}-${parts.month}-${parts.day}`, clock: `${parts.hour}:${parts.minute}` };
}

/** The number a spreadsheet keeps for a day: days since 30 December 1899. */
export const serialOfDate = (date: string): number => Date.parse(`${date}T00:00:00Z`) / msPerDay + daysBefore1970;

/** The number a spreadsheet keeps for an instant, to the minute, as the wall shows it. */
export function serialOfInstant(instantMs: number, timeZone: string): number {
  const { date, clock } = wallTime(instantMs, timeZone);
  return Date.parse(`${date}T${clock}:00Z`) / msPerDay + daysBefore1970;
}

const msPerDay = 86_400_000;
const daysBefore1970 = 25_569;

const formats = new Map<string, Intl.DateTimeFormat>();
function formatFor(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}
