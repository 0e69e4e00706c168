/** The caret of a text that a killed browser gives back: it stands where it stood. */
import { useLayoutEffect } from 'react';
import type { RefObject } from 'react';

/** `caret` changes once, when the text is back. The field takes the focus, unless somebody is typing elsewhere by then. */
export const useRestoredCaret = (
  field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  caret: number | undefined,
): void => {
  useLayoutEffect(() => {
    const element = field.current;
    if (!element || caret === undefined) return;
    // Fields for email addresses have no caret that can be set.
    if (element.selectionStart !== null) element.setSelectionRange(caret, caret);
    if (!isTypedIn(document.activeElement)) element.focus();
  }, [caret, field]);
};

const isTypedIn = (element: Element | null): boolean =>
  (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && element.value !== '';
