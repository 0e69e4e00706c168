/** What JavaScript still holds after its garbage is collected. Needs `--expose-gc`. */

/** Bytes on the heap and in buffers. */
export function heldBytes(): number {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (!gc) throw new Error('Without --expose-gc nothing can be said of memory.');
  gc();
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** How much later samples hold more than those after a first quarter of warming up, in bytes: the middle of each third. */
export function growthOf(samples: readonly number[]): number {
  const warm = samples.slice(Math.floor(samples.length / 4));
  const third = Math.floor(warm.length / 3);
  if (third < 3) throw new Error('Too few samples.');
  return middle(warm.slice(-third)) - middle(warm.slice(0, third));
}

const middle = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
