import { useEffect, useState } from 'react';

/**
 * What a person picks shows at once; `onPick` keeps it, and the kept value follows. It does not take back what is
 * still being picked, such as a year of which two figures are written, or a number that is tapped up fast.
 */
export function usePicked<T>(kept: T, onPick: (value: T) => void): readonly [T, (value: T) => void, () => void] {
  const [picked, setPicked] = useState<{ readonly value: T }>();
  useEffect(() => {
    if (picked && Object.is(picked.value, kept)) setPicked(undefined);
  }, [picked, kept]);
  const pick = (value: T) => {
    setPicked({ value });
    onPick(value);
  };
  /** Shows what is kept, whatever was picked. */
  const forget = () => setPicked(undefined);
  return [picked ? picked.value : kept, pick, forget];
}
