/** What the bar knows of who writes. Dies with the tab. */
import { create } from 'zustand';

interface WriterKnown {
  /** Something was typed since the app was opened: from then on it matters who writes. */
  readonly typed: boolean;
  /** The person would rather not say who writes, for now. */
  readonly unnamed: boolean;
}

export const useWriterKnown = create<WriterKnown>()(() => ({ typed: false, unnamed: false }));
