/** What both commands begin and end with. */
import { readConfig } from '#server/config.ts';

export function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

export const tell = (first: string, more: readonly string[]): void => console.log([first, ...more].join('\n'));

/** Where the server keeps its data, as its own environment says. `postgres`: what does this for PostgreSQL. */
export function commandConfig(postgres: string): { readonly dataDir: string } {
  if (process.env['DATABASE_URL']) {
    fail(`DATABASE_URL is set: PostgreSQL has ${postgres} for this. docs/hosting.md says how.`);
  }
  const config = readConfig(process.env);
  if (!config.ok) fail(config.error);
  return { dataDir: config.value.dataDir };
}
