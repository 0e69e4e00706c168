/** The files that docs/hosting.md shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const page = readFileSync(join(import.meta.dirname, '../../docs/hosting.md'), 'utf8');

export function shownFile(name: string): string {
  const [, text] = new RegExp(`<!-- file: ${name} -->\\s*\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/hosting.md shows no ${name}`);
  return text;
}
