/** A screen in a chunk of its own, fetched when it is first opened. */
import { lazy } from 'react';
import type { ComponentType } from 'react';

/** The chunk of a screen did not come: the network is away, or a newer version replaced it. */
export class PartMissing extends Error {}

export const lazyPage = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  lazy(async () => {
    try {
      return { default: await load() };
    } catch (cause) {
      throw new PartMissing('A part of the app did not load.', { cause });
    }
  });
