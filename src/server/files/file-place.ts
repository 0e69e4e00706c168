import { join } from 'node:path';

/** Where a whole file stands in a folder of files: `<ab>/<sha256>`. */
export const filePlace = (folder: string, sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
