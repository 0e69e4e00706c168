/**
 * What features show in the header of every screen: each is `lazyBit(async () => (await import(...)).Name)`, so that
 * the first screen is painted without it.
 */
import { lazyBit } from './lazy-page.tsx';

/** The block under way, with its time left. */
export const RunningSlot = lazyBit(async () => (await import('#features/agenda/running-block.tsx')).RunningBlock);

/** The one state chip: "All safe", "12 on this tablet", "2 need a look". */
export const StateSlot = lazyBit(async () => (await import('#features/device/state-chip.tsx')).StateChip);

/** Whether this tablet only reads in a session. */
export const ReadOnlySlot = lazyBit(async () => (await import('#parts/read-only-notice.tsx')).ReadOnlyNotice);

/** Who holds this tablet. */
export const HolderSlot = lazyBit(async () => (await import('#features/device/holder-chip.tsx')).HolderChip);
