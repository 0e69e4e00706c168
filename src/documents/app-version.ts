/** The version of the program, as backups name it. A test compares it with package.json. */
export const appVersion = '0.2.0';
