/** How what is typed or pasted becomes lines. */

/** The longest text of one line, in UTF-16 units: what the noun allows. */
export const maxLineLength = 20_000;

/** What is typed, ready to be kept: without the blanks around it; in pieces where it is longer than a line may be. */
export function textsOf(typed: string, maxLength = maxLineLength): string[] {
  const texts: string[] = [];
  for (let rest = typed.trim(); rest !== '';) {
    const text = rest.length <= maxLength ? rest : beginningOf(rest, maxLength);
    texts.push(text.trim());
    rest = rest.slice(text.length).trim();
  }
  return texts;
}

/** The lines of a pasted text, without blank ones and without the bullets of a list; one or none: paste as usual. */
export const pastedLines = (text: string): string[] =>
  text
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => line.replace(/^\s*[•‣◦▪●·]\s+/, '').trim())
    .filter((line) => line !== '');

/** Breaks at a blank where there is one near the end, and never inside a character. */
function beginningOf(text: string, maxLength: number): string {
  const head = text.slice(0, maxLength);
  const blank = head.search(/\s\S*$/);
  if (blank > maxLength / 2) return head.slice(0, blank);
  return /[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head;
}
