/** What need not be on the first picture of a screen is drawn once that has been painted. */
import { startTransition, useEffect, useState } from 'react';

/** A page that nobody sees is not painted. */
const paintedWithinMs = 1_000;

/** False until what was drawn with `ready` has been painted. */
export function usePainted(ready: boolean): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!ready) return undefined;
    const tell = () => startTransition(() => setPainted(true));
    const late = setTimeout(tell, paintedWithinMs);
    const frame = requestAnimationFrame(() => setTimeout(tell));
    return () => {
      clearTimeout(late);
      cancelAnimationFrame(frame);
    };
  }, [ready]);
  return painted;
}
