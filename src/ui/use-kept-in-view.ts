/** A field that keeps the focus while a list above it grows is pushed down with every line: it stays in view. */
import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** `moved` changes with what stands above the field, e.g. the count of lines. Without the focus nothing scrolls. */
export function useKeptInView<T extends HTMLElement>(moved: unknown): RefObject<T | null> {
  const field = useRef<T>(null);
  useLayoutEffect(() => {
    if (field.current && field.current === document.activeElement) field.current.scrollIntoView({ block: 'nearest' });
  }, [moved]);
  return field;
}
