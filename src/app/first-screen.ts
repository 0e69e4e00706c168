/** The moment after the first screen was painted: what is not needed for it waits until then. */

let painted: () => void = () => undefined;

/** Resolves after the first screen, or after so many milliseconds where none comes. */
export const firstScreen = new Promise<void>((resolve) => {
  painted = resolve;
  window.setTimeout(resolve, 5_000);
});

/** Called by a screen that stands. */
export const firstScreenComes = (): void => {
  // What the screen reads from the disk and shows comes before what waits for it.
  const idle: typeof requestIdleCallback | undefined = globalThis.requestIdleCallback;
  if (idle) idle(painted, { timeout: 1_500 });
  else window.setTimeout(painted, 300);
};
