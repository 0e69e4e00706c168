import { useLiveQuery } from 'dexie-react-hooks';

/**
 * The answer of a query, kept true as rows change in any tab; undefined until its first answer. `inputs` are
 * what the query closes over. A database that cannot be read throws to the nearest error boundary.
 */
export const useLive = <T>(query: () => Promise<T> | T, inputs: readonly unknown[]): T | undefined =>
  useLiveQuery(query, [...inputs]);
