/** The moment after the first screen was painted: what is not needed for it waits until then. */

let painted: () => void = () => undefined;

/** Resolves after the first screen, or after so many milliseconds where none comes. */
export const firstScreen = new Promise<void>((resolve) => {
  painted = resolve;
  window.setTimeout(resolve, 5_000);
});

/** Called by a screen that stands. */
export const firstScreenComes = (): void => {
  window.requestAnimationFrame(() => window.setTimeout(painted, 0));
};
