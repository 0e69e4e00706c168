/** A hook on its own, for tests in happy-dom. */
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

export interface RenderedHook<P, T> {
  /** What it answered last. */
  readonly now: () => T;
  readonly render: (props: P) => void;
  readonly unmount: () => void;
}

export function renderHook<P, T>(use: (props: P) => T, first: P): RenderedHook<P, T> {
  const answers: T[] = [];
  const Probe = ({ given }: { readonly given: P }) => {
    answers.push(use(given));
    return null;
  };
  const root = createRoot(document.createElement('div'));
  const render = (props: P) => act(() => root.render(<Probe given={props} />));
  render(first);
  return { now: () => answers.at(-1) as T, render, unmount: () => act(() => root.unmount()) };
}

/** Resolves when `check` does not throw any more: for what a hook does by itself, after the disk has answered. */
export const eventually = (check: () => unknown): Promise<void> =>
  vi.waitFor(async () => {
    await act(() => new Promise<void>((resolve) => setTimeout(resolve, 5)));
    await check();
  }, 4000);
