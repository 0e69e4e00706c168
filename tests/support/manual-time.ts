/** Time that stands still until a test moves it. */
export interface ManualTime {
  readonly now: () => number;
  readonly after: (ms: number, call: () => void) => () => void;
  /** Moves on, calling what falls due on the way, each with the promises it starts settled. */
  readonly pass: (ms: number) => Promise<void>;
  /** Sets the clock without calling anything: what a tablet does whose owner changes it. */
  readonly set: (to: number) => void;
}

export function manualTime(start = 1_800_000_000_000): ManualTime {
  let elapsed = 0;
  let shift = start;
  let calls: { readonly at: number; readonly call: () => void }[] = [];
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    now: () => shift + elapsed,
    after: (ms, call) => {
      const entry = { at: elapsed + ms, call };
      calls.push(entry);
      return () => {
        calls = calls.filter((other) => other !== entry);
      };
    },
    pass: async (ms) => {
      const end = elapsed + ms;
      await settle();
      for (;;) {
        const next = calls.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        calls = calls.filter((other) => other !== next);
        elapsed = Math.max(elapsed, next.at);
        next.call();
        await settle();
      }
      elapsed = end;
    },
    set: (to) => {
      shift = to - elapsed;
    },
  };
}
