/** `npm run restore -- <file> [--replace] [--without-files]`: puts a backup into the data folder of a stopped server. */
import { serverCommand } from './server-command.mjs';

await serverCommand('restore-command.ts');
