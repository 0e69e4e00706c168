/** Sizes as people say them: whole megabytes, then whole gigabytes. */
import type { Room } from '#storage/keeping.ts';

export type Size = { readonly unit: 'little' } | { readonly unit: 'megabyte' | 'gigabyte'; readonly value: number };

const megabyte = 1_000_000;
const gigabyte = 1_000 * megabyte;
/** Room for a day's photographs. */
const nearlyFullBytes = 200 * megabyte;

export const roomWords = ({ usedBytes, freeBytes }: Room) => ({
  used: sizeOf(usedBytes),
  free: sizeOf(freeBytes),
  isNearlyFull: freeBytes < nearlyFullBytes,
});

/** Rounded down, so that no room is promised that is not there. */
export function sizeOf(bytes: number): Size {
  if (bytes < megabyte) return { unit: 'little' };
  return bytes < gigabyte
    ? { unit: 'megabyte', value: Math.floor(bytes / megabyte) }
    : { unit: 'gigabyte', value: Math.floor(bytes / gigabyte) };
}
