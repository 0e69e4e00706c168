import { lazyBit } from './lazy-page.tsx';

/** That the browser deleted what was here. */
export const VanishedBit = lazyBit(async () => (await import('#features/device/vanished-notice.tsx')).VanishedNotice);
