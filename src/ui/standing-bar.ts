/** Tells the page how tall a bar is that stands at its foot, so that undo and the primary action keep above it. */
import { useEffect } from 'react';
import type { RefObject } from 'react';

const property = '--standing-bar';

/** Keeps `--standing-bar` at the height of the element, in px, while it is on the page. One such bar at a time. `drawn`: it is there. */
export const useStandingBar = (bar: RefObject<HTMLElement | null>, drawn = true): void => {
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    const root = document.documentElement.style;
    const observer = new ResizeObserver(() => root.setProperty(property, `${element.offsetHeight}px`));
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.removeProperty(property);
    };
  }, [bar, drawn]);
};
