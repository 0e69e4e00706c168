/** What the last line was, so that the next begins as the same. Dies with the tab; a draft brings it back. */
import { create } from 'zustand';
import type { LineChoice } from './held-lines.ts';

interface LastChoice {
  readonly choice: LineChoice;
  /** Something was typed since the app was opened: from then on it matters who writes. */
  readonly typed: boolean;
  /** The person would rather not say who writes, for now. */
  readonly unnamed: boolean;
}

export const useLastChoice = create<LastChoice>()(() => ({ choice: { kind: 'note' }, typed: false, unnamed: false }));
