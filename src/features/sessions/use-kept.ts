import { useEffect, useState } from 'react';

/**
 * A picked value that shows at once and is kept by `save`: what is stored follows, and does not take back what a
 * person is in the middle of picking.
 */
export function useKept<T extends string | number>(
  stored: T,
  save: (value: T) => unknown,
): readonly [T, (value: T) => void] {
  const [picked, setPicked] = useState<T>();
  useEffect(() => {
    if (picked === stored) setPicked(undefined);
  }, [picked, stored]);
  const pick = (value: T) => {
    setPicked(value);
    save(value);
  };
  return [picked ?? stored, pick];
}
