/** Which refused records were saved as a file in this tab: only these may be taken off the list. */
import { create } from 'zustand';

interface Exported {
  /** Their numbers in the list. */
  readonly seqs: ReadonlySet<number>;
}

export const useExported = create<Exported>()(() => ({ seqs: new Set() }));

export const noteExported = (seq: number): void =>
  useExported.setState(({ seqs }) => ({ seqs: new Set([...seqs, seq]) }));

export const isExported = (seq: number): boolean => useExported.getState().seqs.has(seq);
