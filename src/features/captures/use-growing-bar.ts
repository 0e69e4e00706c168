/** Keeps the end of the list in view where the bar grows over it: who writes is asked, a line gets a second row. */
import { useEffect } from 'react';
import type { RefObject } from 'react';

export function useGrowingBar(bar: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = bar.current;
    if (!element) return;
    let before = element.offsetHeight;
    const observer = new ResizeObserver(() => {
      const growth = element.offsetHeight - before;
      before = element.offsetHeight;
      const page = document.documentElement;
      const wasAtEnd = window.scrollY + window.innerHeight >= page.scrollHeight - growth - 2;
      if (growth > 0 && wasAtEnd) window.scrollTo({ top: page.scrollHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [bar]);
}
