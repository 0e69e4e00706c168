/**
 * What features show in the header of every screen: each is `lazyBit(async () => (await import(...)).Name)`, so that
 * the first screen is painted without it.
 */
import { lazyBit } from './lazy-page.tsx';

/** The block under way, with its time left. */
export const RunningSlot = lazyBit(async () => (await import('#features/agenda/running-block.tsx')).RunningBlock);

/** The one state chip: "All safe", "12 on this tablet", "2 need a look". */
export const StateSlot = lazyBit(async () => (await import('#features/device/state-chip.tsx')).StateChip);

/** Who holds this tablet. */
export const HolderSlot = lazyBit(async () => (await import('#features/device/holder-chip.tsx')).HolderChip);
