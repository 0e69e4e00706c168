/** Many schedules one after the other. The first seed is printed; the seed of a failure is in its message. */
import type { Mutant } from './mutant.ts';
import { runSchedule } from './schedule.ts';

export interface Ran {
  readonly writings: number;
  readonly requests: number;
}

/** Rejects at the first that fails. */
export async function runSchedules(first: number, count: number): Promise<Ran> {
  console.info(`seed ${first}, ${count} schedules`);
  let [writings, requests] = [0, 0];
  for (let at = 0; at < count; at += 1) {
    const end = await runSchedule(first + at);
    writings += end.writings;
    requests += end.requests;
  }
  return { writings, requests };
}

/** The number of the schedule that catches a mutant, and by what; undefined where none of `count` does. */
export async function catchMutant(first: number, count: number, mutant: Mutant): Promise<Caught | undefined> {
  for (let at = 0; at < count; at += 1) {
    const failure = await runSchedule(first + at, mutant).then(
      () => undefined,
      (error: unknown) => (error as Error).message.split('\n')[1] ?? '',
    );
    if (failure !== undefined) return { schedules: at + 1, seed: first + at, failure };
  }
  return undefined;
}
export interface Caught {
  readonly schedules: number;
  readonly seed: number;
  readonly failure: string;
}
