/**
 * The one database of this device. Tables derive from the registry of nouns; migrations only ever add.
 * Durability is strict: a write that has been acknowledged is on the disk, but for what `relaxed` names.
 */
import Dexie, { type Collection, type DBCore, type Table } from 'dexie';
import type { Noun } from '#domain/noun.ts';
import { type NounName, nounNames, nouns } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import type { Context } from '#replication/cell.ts';
import type { PackedRecord, PackedState } from '#replication/packed.ts';
import type { ScopeLimit } from '#replication/permissions.ts';
import type { RefusalReason } from '#replication/protocol.ts';
import type { Row } from '#storage/row.ts';

/** A record with cells that the server has not confirmed. */
export interface PendingRow {
  readonly noun: string;
  readonly id: string;
  readonly scope: Scope;
  readonly fields: readonly string[];
  /** The server's last state of those of `fields` that it has. */
  readonly base: PackedState;
  /** Unsent values that an import brought something over: they come back where the server refuses that. */
  readonly beneath?: PackedState;
  /** When the oldest of them was written, milliseconds since 1970; `sinceNever` in a bundled example. */
  readonly since: number;
  /**
   * Why it is not sent for the time being. file: the server has the record, a photo, and not its file: nothing of the
   * record is to be sent, and it is not safe yet.
   */
  readonly waiting?: 'forbidden' | 'file';
}

export interface ScopeRow {
  readonly scope: Scope;
  /** The number of the last record held of it; 0 before the first page. */
  readonly cursor: number;
  /** False until the first snapshot is whole: until then nothing is written to it. */
  readonly complete: boolean;
  /** Whether this device sends it. What was captured before joining waits until a person says so. */
  readonly sending: boolean;
  /** Whether the server has it. */
  readonly remote: boolean;
  /** What this device may not do there, as the server said last: `none` where it no longer reads it. */
  readonly limit?: ScopeLimit | 'none' | undefined;
  /** A bundled example: never sent by itself, and removable. */
  readonly example?: boolean;
}

/** What is being typed and is not a record yet. Never sent, never exported; goes when its commit succeeds. */
export interface DraftRow {
  readonly key: string;
  readonly text: string;
  readonly caret: number;
  readonly at: number;
  /** The page it is typed in; see live-pages.ts. */
  readonly page?: string;
  /** What the editor showed when the edit began. */
  readonly seen?: Context;
  /**
   * Of a line: where it goes and what it will be, and as `line` its id once it was ended. Of an edit: the record and
   * field.
   */
  readonly about: Readonly<Record<string, string>>;
}

export interface HistoryRow {
  readonly seq?: number;
  readonly noun: string;
  readonly id: string;
  readonly at: number;
  readonly by: string | null;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the server refused: kept until a person has read, retried or exported it. */
export interface QuarantineRow {
  readonly seq?: number;
  readonly noun: string;
  readonly id: string;
  readonly scope: Scope;
  readonly at: number;
  readonly reason: RefusalReason;
  readonly path: string;
  readonly message: string;
  readonly delta: PackedRecord;
}

/** The bytes of a file, named by their SHA-256 in hexadecimal. An ArrayBuffer: private WebKit refuses Blobs. */
export interface BlobRow {
  readonly sha256: string;
  readonly bytes: ArrayBuffer;
}

/** What is known of a file whose bytes are here. */
export interface FileRow {
  readonly sha256: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** A small picture of it for lists; absent of a file that came from elsewhere. */
  readonly small?: BlobRow['bytes'];
  /** The epoch of the server that has verified it, or empty. Under another server or epoch it counts as not verified. */
  readonly confirmed: string;
  /** Where its upload was begun, so that it goes on there. */
  readonly uploadUrl?: string;
  /** Why it is not sent any more: the server takes none so large, or the bytes are not those that were named. */
  readonly trouble?: 'too-large' | 'damaged';
}

export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

type NounTables = { readonly [N in NounName]: Table<Row, string> };

export class BarazaDatabase extends Dexie {
  declare readonly pending: Table<PendingRow, [string, string]>;
  declare readonly scopes: Table<ScopeRow, string>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly history: Table<HistoryRow, number>;
  declare readonly quarantine: Table<QuarantineRow, number>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly blobs: Table<BlobRow, string>;
  declare readonly files: Table<FileRow, string>;
  /** Records of nouns that only a newer version knows. */
  declare readonly others: Table<Row & { readonly noun: string }, [string, string]>;

  constructor(name = 'baraza') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      ...Object.fromEntries(nounNames.map((noun) => [noun, indexesOf(nouns[noun] as Noun)])),
      others: '[noun+id], scope',
      pending: '[noun+id], scope, since, waiting',
      scopes: 'scope',
      drafts: 'key',
      history: '++seq, [noun+id]',
      quarantine: '++seq, [noun+id]',
      meta: 'key',
    });
    // Files, and photos by the file they name.
    this.version(2).stores({ blobs: 'sha256', files: 'sha256, confirmed' });
    this.use({ stack: 'dbcore', name: 'one writer at a time, and relaxed ones', create: beginning });
  }

  nouns(): NounTables {
    return this as unknown as NounTables;
  }

  /** Every table that holds records; the one without a noun holds those of nouns not known here. */
  recordTables(): readonly { readonly noun?: NounName; readonly rows: Table<Row, never> }[] {
    const known = nounNames.map((noun) => ({ noun, rows: this.nouns()[noun] as unknown as Table<Row, never> }));
    return [...known, { rows: this.others as unknown as Table<Row, never> }];
  }

  /** The rows of a noun in a scope, shown or not. */
  inScope(noun: NounName, scope: Scope): Collection<Row, string> {
    return this.nouns()[noun].where('scope').equals(scope);
  }
}

/**
 * Every writing transaction takes in one table that all of them have, so that none is under way beside another.
 * Chromium that is killed during two of them takes its own traces of both for damage, and deletes every database; see
 * docs/decisions/0015-one-writer-at-a-time.md.
 */
const beginning = (core: DBCore): Partial<DBCore> => ({
  transaction: (tables, mode, options) =>
    core.transaction(
      mode === 'readwrite' ? [...new Set([...tables, 'drafts'])] : tables,
      mode,
      zones.PSD.relaxed ? { durability: 'relaxed' } : options,
    ),
});

/** Dexie's zones, which its types leave out: what is said in one is known to all that begins in it. */
const zones = Dexie.Promise as unknown as {
  readonly PSD: { readonly relaxed?: true };
  newPSD<T>(work: () => T, saying: { readonly relaxed: true }): T;
};

/**
 * Transactions that `work` begins are done before they are on the disk: a power cut may take the last of them, each as a
 * whole. Only for what is fetched again then; what is typed meanwhile waits the less for it.
 */
export const relaxed = <T>(work: () => T): T => zones.newPSD(work, { relaxed: true });

function indexesOf(noun: Noun): string {
  const declared = noun.indexes.map((index) =>
    index.startsWith('[') ? `[${index.slice(1, -1).split('+').map(fieldPath).join('+')}]` : fieldPath(index),
  );
  return ['id', 'scope', ...(noun.shelf ? ['shelf'] : []), ...declared].join(', ');
}

const fieldPath = (field: string): string => `v.${field}`;
