/** What a database and the way to it can do to a request, sorted by what to do about it. */

/**
 * conflict: nothing was done, and it may be tried again at once. lost: the connection broke, and whether it was
 * done is not known. refused: nothing was done, and it may be tried again later.
 */
export type TroubleKind = 'conflict' | 'lost' | 'refused';

/** A trouble of the database, not a bug of ours. Its message holds nothing of what was sent. */
export class DatabaseTrouble extends Error {
  override readonly name = 'DatabaseTrouble';
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, reason: string, cause?: unknown) {
    super(reason, { cause });
    this.kind = kind;
  }
}
