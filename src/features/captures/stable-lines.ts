/** A query answers new objects each time; a line that did not change keeps its old one, so that its row is not drawn again. */
import { useMemo, useRef } from 'react';
import { isSameState } from '#storage/queries/captures.ts';
import type { Line } from './commands.ts';

export function useStableLines(lines: readonly Line[] | undefined): readonly Line[] | undefined {
  const kept = useRef(new Map<string, Line>());
  return useMemo(() => {
    if (!lines) return undefined;
    const stable = lines.map((line) => {
      const old = kept.current.get(line.id);
      return old && isSameState(old.row, line.row) ? old : line;
    });
    kept.current = new Map(stable.map((line) => [line.id, line]));
    return stable;
  }, [kept, lines]);
}
