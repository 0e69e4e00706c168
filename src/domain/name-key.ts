/** Names folded so that one person written in two ways is noticed, and asked about. Rules NM1-NM6 in RULES.md. */

export interface Named {
  readonly givenName?: string | null | undefined;
  readonly familyName?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly place?: string | null | undefined;
  readonly phone?: string | null | undefined;
}

/**
 * Lower case without accents, the same in every language: `İ`, `I`, `ı` and `i` are one letter, as are `ş` and `s`.
 * For comparing and searching, never for showing.
 */
export const foldText = (text: string): string =>
  strip(strip(text.replaceAll(spacingAccents, ' ')).toLowerCase())
    .replaceAll('\u0131', 'i')
    .replaceAll(letters, (letter) => plain[letter] ?? letter);

/** The words of a text, folded. Apostrophes join (`O'Brien`), every other sign parts. */
export const foldedWords = (text: string): string[] =>
  foldText(text.replaceAll(apostrophes, '')).match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** The same for `Dr. İbrahim Işık`, `IBRAHIM ISIK` and `Isik, Ibrahim`. Empty where there is no name. */
export function nameKey({ givenName, familyName }: Named): string {
  const words = foldedWords(`${givenName ?? ''} ${familyName ?? ''}`);
  const named = words.filter((word) => !titles.has(word));
  return (named.length > 0 ? named : words).sort().join(' ');
}

/** The last nine digits of a phone number, so that `+90 532 …` and `0532 …` are one; undefined below seven digits. */
export function phoneKey(phone: string | null | undefined): string | undefined {
  const digits = (phone ?? '').replaceAll(/\D/g, '').replace(/^0+/, '');
  return digits.length < 7 ? undefined : digits.slice(-9);
}

/** Why two people may be one. The answer is a person's to give: nothing is ever merged by this. */
export type DuplicateReason = 'phone' | 'name';

export interface Duplicate<P> {
  readonly person: P;
  readonly reason: DuplicateReason;
}

/** People that can be looked up as somebody who may be one of them. */
export interface DuplicateIndex<P extends Named> {
  readonly add: (person: P) => void;
  /** Looks by phone, then by name with organisation and place. Of several, the one added first. */
  readonly find: (candidate: Named) => Duplicate<P> | undefined;
}

export function duplicateIndex<P extends Named>(known: Iterable<P> = []): DuplicateIndex<P> {
  const byPhone = new Map<string, P[]>();
  const byName = new Map<string, P[]>();
  const add = (person: P) => {
    file(byPhone, phoneKey(person.phone), person);
    file(byName, nameKey(person), person);
  };
  for (const person of known) add(person);
  return {
    add,
    find: (candidate) => {
      const samePhone = byPhone.get(phoneKey(candidate.phone) ?? '')?.[0];
      if (samePhone) return { person: samePhone, reason: 'phone' };
      const sameName = byName
        .get(nameKey(candidate))
        ?.find((one) => mayAgree(one.organisation, candidate.organisation) && mayAgree(one.place, candidate.place));
      return sameName && { person: sameName, reason: 'name' };
    },
  };
}

/** Given and family name as they are written, e.g. on a list. */
export const fullName = ({ givenName, familyName }: Named): string =>
  [givenName, familyName].filter((part) => (part ?? '') !== '').join(' ');

/**
 * Parts a name written in one piece. `Surname, Given` when there is a comma; else what is in capitals beside what
 * is not (`Marie DE LA TOUR`); else the last word is the family name. No word is ever lost.
 */
export function splitName(text: string): { readonly givenName: string; readonly familyName: string } {
  const [first = '', ...others] = text
    .split(',')
    .map(tidy)
    .filter((part) => part !== '');
  if (others.length > 0) return { givenName: others.join(' '), familyName: first };
  const words = first.split(' ');
  const capitals = words.map((word) => isCapitals(word));
  if (capitals.includes(true) && capitals.includes(false)) {
    const lead = capitals.indexOf(false);
    if (lead > 0 && !capitals.slice(lead).includes(true)) return parted(words.slice(lead), words.slice(0, lead));
    const tail = capitals.lastIndexOf(false) + 1;
    if (tail < words.length && !capitals.slice(0, tail).includes(true))
      return parted(words.slice(0, tail), words.slice(tail));
  }
  return parted(words.slice(0, -1), words.slice(-1));
}

/** A line as it is typed at the door: `Given Family, Organisation`. */
export function readPersonLine(line: string): {
  readonly givenName: string;
  readonly familyName: string;
  readonly organisation: string;
} {
  const at = line.indexOf(',');
  const name = at === -1 ? line : line.slice(0, at);
  return { ...splitName(name), organisation: at === -1 ? '' : tidy(line.slice(at + 1)) };
}

const parted = (given: readonly string[], family: readonly string[]) => ({
  givenName: given.join(' '),
  familyName: family.join(' '),
});

const tidy = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

/** Two letters or more, all of them large; initials such as `J.R.` are not. */
const isCapitals = (word: string): boolean => /^\p{Lu}[\p{Lu}\p{M}'\u2019-]+$/u.test(word);

const strip = (text: string): string => text.normalize('NFKD').replaceAll(/[\u0300-\u036F]/g, '');

/** Two answers agree unless both are given and differ. */
const mayAgree = (a: string | null | undefined, b: string | null | undefined): boolean => {
  const [x, y] = [foldedWords(a ?? '').join(' '), foldedWords(b ?? '').join(' ')];
  return x === '' || y === '' || x === y;
};

function file<P>(index: Map<string, P[]>, key: string | undefined, person: P): void {
  if (key === undefined || key === '') return;
  const filed = index.get(key);
  if (filed) filed.push(person);
  else index.set(key, [person]);
}

const apostrophes = /['\u2019\u02BC\u2018`\u00B4]/g;
/** Signs that compatibility decomposition would turn into a space with an accent upon it. */
const spacingAccents = /[\u00A8\u00AF\u00B4\u00B8]/g;

/** Letters that are not made of a plain letter and an accent. */
const plain: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th' };
const letters = /[ßæœøđðłþ]/g;

/** Forms of address, folded. Initials such as `M` are not among them: they may be a name. */
const titles: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx sir dr prof professor doc hon rev eng adv
   sn sayin bay bayan bey hanim av uzm ogr gor yrd doktor profesor
   mme mlle monsieur madame mademoiselle docteur maitre`.split(/\s+/),
);
