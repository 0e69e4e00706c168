/** What features show in the header of every screen. Each comes with its feature. */

/** The one state chip: "All safe", "12 on this tablet", "2 need a look". */
export const StateSlot = () => null;

/** Who holds this tablet. */
export const HolderSlot = () => null;
