/** What can still be taken back: the last thing done, for ten seconds. Dies with the tab. */
import { create } from 'zustand';

export const undoMs = 10_000;

export interface Undoable {
  /** What was done, e.g. "Line B2-07 deleted". */
  readonly done: string;
  readonly undo: () => unknown;
}

interface UndoState {
  readonly current: Undoable | null;
  /** Offers to take something back; what was offered before can no longer be. */
  readonly offer: (undoable: Undoable) => void;
  readonly takeBack: () => Promise<void>;
  readonly dismiss: () => void;
}

let timer: ReturnType<typeof setTimeout> | undefined;

export const useUndo = create<UndoState>()((set, get) => ({
  current: null,
  offer: (undoable) => {
    clearTimeout(timer);
    set({ current: undoable });
    timer = setTimeout(() => set({ current: null }), undoMs);
  },
  takeBack: async () => {
    const { current } = get();
    get().dismiss();
    await current?.undo();
  },
  dismiss: () => {
    clearTimeout(timer);
    set({ current: null });
  },
}));

/** For commands, which are not components. */
export const offerUndo = (undoable: Undoable): void => useUndo.getState().offer(undoable);
