/** The people of the list as its rows show them: in the order of their family names, ready to be searched. */
import { foldedWords } from '#domain/name-key.ts';
import type { Side } from '#domain/nouns/vocabulary.ts';
import { sideOf } from '#domain/quotas.ts';
import { isErasedEntity } from '#storage/row.ts';
import type { Registered } from '#storage/queries/people.ts';

export interface Entry {
  readonly listed: Registered;
  readonly personId: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly organisation: string;
  readonly side: Side | undefined;
  /** Who it was is erased; it counts without a name. */
  readonly erased: boolean;
  /** The letter it stands under; empty where there is no name. */
  readonly initial: string;
  readonly words: readonly string[];
}

/** Sorted as the language does; those without a name come last. Letters that the language takes for one share an initial. */
export function entriesOf(registered: readonly Registered[], locale: string): Entry[] {
  const order = new Intl.Collator(locale);
  const letters = new Intl.Collator(locale, { sensitivity: 'base' });
  const entries = registered.map(entryOf).sort((a, b) => {
    if (a.sortKey === '' || b.sortKey === '') return b.sortKey.length - a.sortKey.length;
    return order.compare(a.sortKey, b.sortKey) || (a.personId < b.personId ? -1 : 1);
  });
  let initial = '';
  return entries.map(({ sortKey, ...entry }) => {
    const first = ([...sortKey][0] ?? '').toLocaleUpperCase(locale);
    if (letters.compare(first, initial) !== 0) initial = first;
    return { ...entry, initial };
  });
}

function entryOf(listed: Registered) {
  const { person } = listed;
  const [givenName, familyName] = [person?.givenName ?? '', person?.familyName ?? ''];
  const organisation = person?.organisation ?? '';
  return {
    listed,
    personId: listed.personId as string,
    familyName: familyName === '' ? givenName : familyName,
    givenName: familyName === '' ? '' : givenName,
    organisation,
    erased: person !== undefined && isErasedEntity(person),
    side: sideOf(listed),
    sortKey: `${familyName} ${givenName}`.trim(),
    words: foldedWords(`${givenName} ${familyName} ${organisation} ${person?.place ?? ''}`),
  };
}

/** Whether every word of a search begins a word of the entry, or from three letters on stands anywhere in one. */
export const isFound = ({ words }: Pick<Entry, 'words'>, searched: readonly string[]): boolean =>
  searched.every((part) => words.some((word) => word.startsWith(part) || (part.length > 2 && word.includes(part))));
