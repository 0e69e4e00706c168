/**
 * Hybrid logical stamps: milliseconds, counter, writer, as text that sorts in that order. 20 characters:
 * 9 of base-36 milliseconds (1970 to year 5098), 3 of base-36 counter, 8 of writer.
 *
 * Nothing is refused or clamped for its clock: a stamp of 2035 stays, and the counter orders what follows it.
 */
declare const stamp: unique symbol;
declare const writer: unique symbol;
declare const clock: unique symbol;
export type Stamp = string & { readonly [stamp]: true };
/** Who writes: drawn afresh whenever the app opens on a store, and whenever it forgets a state. */
export type Writer = string & { readonly [writer]: true };
/** A stamp without its writer. */
export type Clock = string & { readonly [clock]: true };

/**
 * A stamp whose clock begins with z is taken for a fault: nothing could be written after the last of them, and no clock
 * of a device brings one about.
 */
export const stampPattern = /^[0-9a-y][0-9a-z]{11}[A-Za-z0-9]{8}$/;
export const clockPattern = /^[0-9a-y][0-9a-z]{11}$/;
export const writerPattern = /^[A-Za-z0-9]{8}$/;

const clockLength = 12;
const counterLimit = 36 ** 3;
/** In the year 5009: a clock that is further ahead counts as this, which leaves 89 years to count on in. */
const latestMs = 34 * 36 ** 8;

/** 8 characters of 62: 47 random bits, drawn by rejection so that no character is likelier than another. */
export function newWriter(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): Writer {
  let text = '';
  while (text.length < 8) {
    for (const byte of random(new Uint8Array(16))) if (byte < 248 && text.length < 8) text += letters[byte % 62];
  }
  return text as Writer;
}

/**
 * The stamp of a write: the corrected time, or one step after everything already in the cell, whichever is
 * later. `nowMs` below 0 counts as 0; `after` is the greatest clock the cell holds.
 */
export function nextStamp(nowMs: number, after: Clock | undefined, by: Writer): Stamp {
  const now = encodeClock(Math.min(Math.max(0, Math.floor(nowMs)), latestMs), 0);
  return `${after === undefined || now > after ? now : successor(after)}${by}` as Stamp;
}

export const clockOf = (of: Stamp): Clock => of.slice(0, clockLength) as Clock;
export const writerOf = (of: Stamp): Writer => of.slice(clockLength) as Writer;
export const stampOf = (at: Clock, by: Writer): Stamp => `${at}${by}` as Stamp;
/** Milliseconds since 1970 that the stamp was written at, by its writer's clock. */
export const stampMs = (of: Stamp | Clock): number => Number.parseInt(of.slice(0, 9), 36);

function successor(of: Clock): Clock {
  const ms = stampMs(of);
  const counter = Number.parseInt(of.slice(9, clockLength), 36) + 1;
  return counter < counterLimit ? encodeClock(ms, counter) : encodeClock(ms + 1, 0);
}

const encodeClock = (ms: number, counter: number): Clock =>
  (ms.toString(36).padStart(9, '0') + counter.toString(36).padStart(3, '0')) as Clock;

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
