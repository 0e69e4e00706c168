/** A screen in a chunk of its own, fetched with the words it needs when it is first opened. */
import { lazy, Suspense, useEffect } from 'react';
import type { ComponentType } from 'react';
import { firstScreen, firstScreenComes } from './first-screen.ts';
import { wholeLanguage } from './language.ts';

/** The chunk of a screen did not come: the network is away, or a newer version replaced it. */
export class PartMissing extends Error {}

export const lazyPage = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  telling(lazyPart(load, wholeLanguage));

/** The first screen, whose words are here before anything is painted. */
export const firstPage = <P extends object>(load: () => Promise<ComponentType<P>>) =>
  telling(lazyPart(load, () => Promise.resolve()));

/** A screen that says when it stands. */
const telling = <P extends object>(Screen: ComponentType<P>): ComponentType<P> => {
  const Stands = () => {
    useEffect(firstScreenComes, []);
    return null;
  };
  return (props: P) => (
    <>
      <Screen {...props} />
      <Stands />
    </>
  );
};

/** A small thing in the frame: absent until it has come after the first paint, and where it does not come. */
export const lazyBit = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => {
  const Bit = lazy(async () => {
    try {
      await firstScreen;
      const [part] = await Promise.all([load(), wholeLanguage()]);
      return { default: part };
    } catch {
      return { default: Nothing as ComponentType<P> };
    }
  });
  return (props: P) => (
    <Suspense fallback={null}>
      <Bit {...props} />
    </Suspense>
  );
};
const Nothing = () => null;

const lazyPart = <P extends object>(load: () => Promise<ComponentType<P>>, words: () => Promise<void>) =>
  lazy(async () => {
    try {
      const [part] = await Promise.all([load(), words()]);
      return { default: part };
    } catch (cause) {
      throw new PartMissing('A part of the app did not load.', { cause });
    }
  });

/** That the browser deleted what was here. */
export const VanishedBit = lazyBit(async () => (await import('#features/device/vanished-notice.tsx')).VanishedNotice);
