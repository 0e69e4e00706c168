/** Unzipped bytes beyond which a backup is refused: 512 MB. */
export const maxBackupBytes = 512 * 1024 * 1024;
