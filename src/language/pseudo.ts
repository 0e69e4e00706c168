/**
 * A language nobody speaks: English with accents, 30 % longer, between ⟦ ⟧. A text on screen without the
 * brackets did not come from a catalogue; one that is cut off has too little room for Turkish or French.
 */
const plain = [...'abcdefghijklnoprstuwyzABCDEFGHIJKLNOPRSTUWYZ'];
const accented = [...'áƀçðéƒĝĥíĵķļñóþŕšţúŵýžÁƁÇÐÉƑĜĤÍĴĶĻÑÓÞŔŠŢÚŴÝŽ'];
const accentOf = new Map(plain.map((letter, at) => [letter, accented[at] ?? letter]));

/** One message: the words change, the ICU arguments, their plural branches and the tags stay as they are. */
export const pseudoMessage = (message: string): string => {
  if (message === '') return message;
  const [text, end] = accentText(message, 0, 0);
  const words = text + message.slice(end);
  const letters = [...message.replace(/\{[^}]*\}|<[^>]*>/g, '')].length;
  return `⟦${words}${'·'.repeat(Math.ceil(letters * 0.3))}⟧`;
};

/** Accents text until the brace that closes this level; returns what it made and where it stopped. */
const accentText = (message: string, from: number, depth: number): [string, number] => {
  let made = '';
  let at = from;
  while (at < message.length) {
    const character = message[at] ?? '';
    if (character === '}' && depth > 0) return [made, at];
    if (character === '{') {
      const [argument, end] = copyArgument(message, at + 1, depth + 1);
      made += `{${argument}}`;
      at = end + 1;
    } else if (character === '<') {
      const end = message.indexOf('>', at);
      made += message.slice(at, end + 1);
      at = end + 1;
    } else {
      made += accentOf.get(character) ?? character;
      at += 1;
    }
  }
  return [made, at];
};

/** Copies an argument, `name` or `name, plural, one {...} other {...}`, and accents only its branches. */
const copyArgument = (message: string, from: number, depth: number): [string, number] => {
  let made = '';
  let at = from;
  while (at < message.length && message[at] !== '}') {
    if (message[at] === '{') {
      const [branch, end] = accentText(message, at + 1, depth + 1);
      made += `{${branch}}`;
      at = end + 1;
    } else {
      made += message[at];
      at += 1;
    }
  }
  return [made, at];
};

/** A catalogue, or a part of one, as pseudo-language. */
export const pseudo = <T extends object>(catalogue: T): T => pseudoBranch(catalogue) as T;

const pseudoBranch = (branch: unknown): unknown =>
  typeof branch === 'string'
    ? pseudoMessage(branch)
    : Object.fromEntries(Object.entries(branch as object).map(([key, value]) => [key, pseudoBranch(value)]));
