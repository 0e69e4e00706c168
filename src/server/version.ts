import { readFileSync } from 'node:fs';

const read = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** The version of Baraza that runs. */
export const { version } = read;
