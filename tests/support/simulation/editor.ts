/** A text field that somebody has open: what is on its screen, and what it says that it has seen. */
import { type Context, joinContexts } from '#replication/cell.ts';

export class Editor {
  readonly noun: string;
  readonly id: string;
  readonly field: string;
  seen: Context;
  /** Every value that was on the screen since the edit began. */
  readonly shown: Set<string>;

  constructor(
    of: { readonly noun: string; readonly id: string; readonly field: string },
    seen: Context,
    shown: Iterable<string>,
  ) {
    this.noun = of.noun;
    this.id = of.id;
    this.field = of.field;
    this.seen = seen;
    this.shown = new Set(shown);
  }

  /** Saved, and typed on. */
  wrote(value: string, seen: Context): void {
    this.seen = joinContexts(this.seen, seen);
    this.shown.add(value);
  }
}
