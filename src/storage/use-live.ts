import Dexie from 'dexie';
import { useLiveQuery } from 'dexie-react-hooks';
import { useRef } from 'react';

/**
 * The answer of a query, kept true as rows change in any tab; undefined until its first answer. `inputs` are
 * what the query closes over. A database that cannot be read throws to the nearest error boundary.
 */
export const useLive = <T>(query: () => Promise<T> | T, inputs: readonly unknown[]): T | undefined =>
  useLiveQuery(query, [...inputs]);

/**
 * As `useLive`, except that a change is read back only after the screen has been painted: for what whoever wrote it has
 * drawn already.
 */
export const useLiveAfterPaint = <T>(query: () => Promise<T>, inputs: readonly unknown[]): T | undefined => {
  const answered = useRef(false);
  return useLiveQuery(() => {
    const turn = answered.current ? painted() : Dexie.Promise.resolve();
    answered.current = true;
    return turn.then(query);
  }, [...inputs]);
};

/** A page that nobody sees is not painted. */
const paintedWithinMs = 100;

/** Dexie's own promise: what is read after it still counts as read by the query that waits for it. */
const painted = () =>
  new Dexie.Promise<void>((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, paintedWithinMs);
  });
