/** What a long test measured, beside its result: `npm run test:faults` prints it at the end. */
import type { TestContext } from 'vitest';

export type Figures = Readonly<Record<string, number | string>>;

declare module 'vitest' {
  interface TaskMeta {
    figures?: Figures;
  }
}

/** Adds to what the test has measured so far; say the seed first, so that a failure has it too. */
export function measured({ task }: TestContext, figures: Figures): void {
  task.meta.figures = { ...task.meta.figures, ...figures };
  console.info(
    task.name,
    Object.entries(figures)
      .map(([name, figure]) => `${name} ${figure}`)
      .join(', '),
  );
}
