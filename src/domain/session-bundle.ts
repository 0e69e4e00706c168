/**
 * Everything that the documents of one session are made from: plain values, so that a page can hand it to a
 * worker and a test can write it down. Records are in their order; deleted ones are left out, except those that
 * somebody changed after the deletion, which stay until a person has decided.
 */
import type { authorship, Noun, ValuesOf } from '#domain/noun.ts';
import type { NounId, NounName, Values } from '#domain/registry.ts';

/** Where a record is: on this tablet alone, on the server, or refused and in need of a look. */
export type Whereabouts = 'on-tablet' | 'on-server' | 'needs-look';

type Authorship = ValuesOf<Noun<string, typeof authorship>>;

export type BundleRecord<N extends NounName> = Values<N> &
  Authorship & {
    readonly id: NounId<N>;
    /** What it said was erased at a person's word: it counts, and is shown as erased. */
    readonly erased?: boolean;
    /** By text field: values written by people who had not seen the shown one. Absent in the normal case. */
    readonly others?: Readonly<Record<string, readonly string[]>>;
  };

export interface BundleCapture extends BundleRecord<'capture'> {
  readonly whereabouts?: Whereabouts;
  /** Deleted by one person and changed since by another: kept, and said so. */
  readonly deletedChangedSince?: boolean;
}

export interface BundlePhoto extends BundleRecord<'photo'> {
  /** Whether its picture is on this tablet. */
  readonly here: boolean;
}

export interface SessionBundle {
  readonly programme: BundleRecord<'programme'> | null;
  readonly session: BundleRecord<'session'>;
  readonly register: BundleRecord<'register'> | null;
  readonly outputs: readonly BundleRecord<'output'>[];
  readonly quotas: readonly BundleRecord<'quota'>[];
  readonly blocks: readonly BundleRecord<'block'>[];
  readonly groups: readonly BundleRecord<'group'>[];
  readonly themes: readonly BundleRecord<'theme'>[];
  readonly captures: readonly BundleCapture[];
  readonly photos: readonly BundlePhoto[];
  readonly people: readonly BundleRecord<'person'>[];
  readonly registrations: readonly BundleRecord<'registration'>[];
  readonly attendance: readonly BundleRecord<'attendance'>[];
}
