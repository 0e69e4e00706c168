/** Initial letters put together, so that as many as fit down the edge of a list are each as big as a thumb. */

export interface LetterGroup {
  readonly first: string;
  readonly last: string;
}

/** Neighbouring letters in at most `most` groups, as even as they can be, in their order. */
export function letterGroups(letters: readonly string[], most: number): LetterGroup[] {
  const size = Math.ceil(letters.length / Math.max(1, most));
  const groups: LetterGroup[] = [];
  for (let at = 0; at < letters.length; at += size) {
    const together = letters.slice(at, at + size);
    groups.push({ first: together[0] ?? '', last: together.at(-1) ?? '' });
  }
  return groups;
}
