/** `npm run backup -- <file or folder>`: a checked backup of the server's data, also while it runs. */
import { serverCommand } from './server-command.mjs';

await serverCommand('backup-command.ts');
