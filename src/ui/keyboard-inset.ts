/**
 * How much of the page the keyboard on the screen covers. Browsers that shrink the page for it (index.html asks
 * for that) need nothing; iPads lay the keyboard over the page and tell the visual viewport alone.
 */
import { useEffect } from 'react';

const property = '--keyboard';

/** Keeps `--keyboard` on the page, in px, while the caller is on it. */
export const useKeyboardInset = (): void => {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const root = document.documentElement.style;
    const measure = () => {
      const covered = window.innerHeight - viewport.height - viewport.offsetTop;
      // Pinching in makes the visual viewport smaller too, and is no keyboard.
      root.setProperty(property, viewport.scale === 1 ? `${Math.max(0, Math.round(covered))}px` : '0px');
    };
    measure();
    viewport.addEventListener('resize', measure);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', measure);
      viewport.removeEventListener('scroll', measure);
      root.removeProperty(property);
    };
  }, []);
};
