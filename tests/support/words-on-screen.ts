/** The words on screen that came from no catalogue: what stands outside ⟦ ⟧ in the language that nobody speaks. */
import type { Page } from '@playwright/test';

/**
 * Each with the element it stands in. `typed` are texts that are on screen because a person typed them. What says that
 * it is in another language, such as a file's own words, and a moment in a `<time>` are left out.
 */
export const wordsOfNoCatalogue = (page: Page, typed: readonly string[]): Promise<string[]> =>
  page.evaluate(find, [...typed]);

/** Runs in the page. */
function find(typed: string[]): string[] {
  const isShown = (element: Element | null) => element?.checkVisibility({ visibilityProperty: true }) ?? false;
  /** Of a language, in itself, or of a city that a time zone is called after. */
  const isName = ({ lang, value }: HTMLOptionElement) => lang !== '' || /^(UTC|[A-Z]\w*\/.+)$/.test(value);
  const texts: [text: string, where: Element | null][] = [[document.title, document.head]];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (!isShown(node)) continue;
      for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-valuetext', 'aria-roledescription'])
        texts.push([node.getAttribute(name) ?? '', node]);
      if (node instanceof HTMLSelectElement)
        for (const option of node.options) if (!isName(option)) texts.push([option.text, option]);
    } else if (!node.parentElement?.closest('script, style, time, body [lang]') && isShown(node.parentElement))
      texts.push([node.textContent ?? '', node.parentElement]);
  }
  // A message may be in pieces, around an element that it holds: how deep it is in brackets goes on from node to node.
  let depth = 0;
  return texts.flatMap(([text, where]) => {
    let outside = '';
    for (const sign of text) {
      if (sign === '⟧') depth = Math.max(0, depth - 1);
      if (depth === 0 && sign !== '⟧' && sign !== '⟦') outside += sign;
      if (sign === '⟦') depth += 1;
    }
    for (const known of typed) outside = outside.replaceAll(known, '');
    // The code of a line, such as B2-07, and a letter alone, such as that of a block, are no words.
    const words = outside.replaceAll(/\b[A-Z]{1,2}\d*-\d+\b/g, '').match(/\p{L}{2,}/gu);
    return words ? [`${outside.trim()} in ${where?.outerHTML.slice(0, 160)}`] : [];
  });
}
