import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { offerUndo, undoMs, useUndo } from '#ui/undo.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  useUndo.getState().dismiss();
  vi.useRealTimers();
});

it('offers to take back the last thing done for ten seconds', () => {
  offerUndo({ done: 'Deleted', undo: () => undefined });
  vi.advanceTimersByTime(undoMs - 1);
  expect(useUndo.getState().current?.done).toBe('Deleted');
  vi.advanceTimersByTime(1);
  expect(useUndo.getState().current).toBeNull();
});

it('gives each thing its own ten seconds', () => {
  offerUndo({ done: 'First', undo: () => undefined });
  vi.advanceTimersByTime(undoMs - 1000);
  offerUndo({ done: 'Second', undo: () => undefined });
  vi.advanceTimersByTime(undoMs - 1000);
  expect(useUndo.getState().current?.done).toBe('Second');
});

it('takes it back once, and stops offering', async () => {
  const undo = vi.fn<() => void>();
  offerUndo({ done: 'Deleted', undo });
  await useUndo.getState().takeBack();
  await useUndo.getState().takeBack();
  expect(undo).toHaveBeenCalledTimes(1);
  expect(useUndo.getState().current).toBeNull();
});
