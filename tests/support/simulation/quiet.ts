/**
 * Stillness, without a clock. The database in memory does each of its steps in a task of setImmediate; when none is
 * due, everything that was begun has ended or waits for the network.
 */
const nextTask = globalThis.setImmediate;
let due = 0;

/** From now on, tasks are counted. Called once, where the simulation begins. */
export function countTasks(): void {
  if (globalThis.setImmediate !== nextTask) return;
  const counted = (task: (...args: unknown[]) => void, ...args: unknown[]) => {
    due += 1;
    return nextTask(() => {
      due -= 1;
      task(...args);
    });
  };
  globalThis.setImmediate = counted as typeof setImmediate;
}

export async function quiet(): Promise<void> {
  for (let left = 1; left > 0; left = due) await new Promise<void>((resolve) => void nextTask(resolve));
}
