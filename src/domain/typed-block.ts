/** What is typed for a block: a title, and at its end how long it takes. Rule AG7 in RULES.md. */
export interface TypedBlock {
  readonly title: string;
  /** Minutes, from 5 to 1440; absent where none was typed. */
  readonly durationMin?: number;
}

/** The units of every language of the catalogue, whatever the screen's: people mix them. */
const ending =
  /^(?<title>.*?[^\s,;·(–-])[\s,;·(–-]+(?<minutes>\d{1,4})\s*(?:min|mins|minutes?|mn|dk|dak|dakika)\.?\)?$/iu;

/** A number without a unit, or outside what a block may last, is a part of the title. */
export function readTypedBlock(typed: string): TypedBlock {
  const text = typed.trim();
  const { title, minutes } = ending.exec(text)?.groups ?? {};
  const durationMin = Number(minutes);
  if (title === undefined || !(durationMin >= 5 && durationMin <= 1440)) return { title: text };
  return { title, durationMin };
}
