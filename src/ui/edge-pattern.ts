/** How an edge and a ring are drawn, so that a side is told apart without its colour. */
export const edgePatterns = ['solid', 'hatched', 'dotted'] as const;
export type EdgePattern = (typeof edgePatterns)[number];

/** The pattern of the n-th side of a closed list, from 0; without a side the edge is solid. */
export const patternOfSide = (index: number): EdgePattern => edgePatterns[index] ?? 'solid';
