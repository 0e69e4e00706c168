/** The program behind `npm run backup -- <file or folder>`: a backup of the server's data, also while it runs. */
import { commandConfig, fail, tell } from '#server/backup/command.ts';
import { backUp } from '#server/backup/back-up.ts';
import { filesBeside } from '#server/backup/copy-files.ts';
import { version } from '#server/version.ts';

process.umask(0o077);

const [to, ...more] = process.argv.slice(2);
if (to === undefined || to.startsWith('-') || more.length > 0) {
  fail('Say where the backup goes: npm run backup -- <file or folder>. In a folder it is named after the time.');
}

const made = await backUp({ ...commandConfig('pg_dump'), to, now: Date.now(), app: version });
if (!made.ok) fail(made.error);
const { file, bytes, counts, files, lackingFiles } = made.value;
tell(`The backup is whole: ${file}`, [
  `${counts.records} records in ${counts.scopes} scopes, ${counts.changes} changes, ${counts.devices} devices, ${bytes} bytes.`,
  ...(files === 0 ? [] : [`${files} files in ${filesBeside(file)}: keep the two together.`]),
  ...(lackingFiles.length === 0
    ? []
    : [`${lackingFiles.length} files are not on the server's disk: devices that still have them send them again.`]),
  'It holds the personal data of everybody in the registers: keep it as you keep the server.',
]);
