/** The program behind `npm run restore -- <file> [--replace] [--without-files]`: puts a backup into the data folder of a stopped server. */
import { commandConfig, fail, tell } from '#server/backup/command.ts';
import { restore } from '#server/backup/restore.ts';

process.umask(0o077);

const args = process.argv.slice(2);
const options = ['--replace', '--without-files'];
const [file, ...more] = args.filter((arg) => !options.includes(arg));
if (file === undefined || file.startsWith('-') || more.length > 0) {
  fail('Say which backup: npm run restore -- <file>, with --replace where the data folder holds a database already.');
}

const restored = restore({
  ...commandConfig('pg_restore'),
  file,
  replace: args.includes('--replace'),
  withoutFiles: args.includes('--without-files'),
  now: Date.now(),
  random: (bytes) => crypto.getRandomValues(bytes),
});
if (!restored.ok) fail(restored.error);
const { at, counts, files, keptIn } = restored.value;
tell(
  `Restored what was saved at ${at}: ${counts.records} records in ${counts.scopes} scopes, ${files.copied.length} files.`,
  [
    ...(keptIn === undefined ? [] : [`The database that was there is kept in ${keptIn}.`]),
    ...(files.lacking.length === 0
      ? []
      : [`${files.lacking.length} files are not there: devices that still have them send them again.`]),
    'Devices compare all they have at their next contact, and send what is missing here.',
    'A device that was turned away after that time may come in again: look through the list of devices.',
  ],
);
