/**
 * The one database of this device. Tables derive from the registry of nouns; migrations only ever add.
 * Durability is strict: a write that has been acknowledged is on the disk.
 */
import Dexie, { type Collection, type Table } from 'dexie';
import type { Noun } from '#domain/noun.ts';
import { type NounName, nounNames, nouns } from '#domain/registry.ts';
import type { Scope } from '#domain/scope.ts';
import type { Context } from '#replication/cell.ts';
import type { PackedRecord, PackedState } from '#replication/packed.ts';
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
  /** When the oldest of them was written, milliseconds since 1970; `sinceNever` in a bundled example. */
  readonly since: number;
  /** Why it is not sent for the time being. */
  readonly waiting?: 'forbidden';
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
  /** A bundled example: never sent by itself, and removable. */
  readonly example?: boolean;
}

/** What is being typed and is not a record yet. Never sent, never exported; goes when its commit succeeds. */
export interface DraftRow {
  readonly key: string;
  readonly text: string;
  readonly caret: number;
  readonly at: number;
  /** What the editor showed when the edit began. */
  readonly seen?: Context;
  /** Of a line: where it goes and what it will be. Of an edit: the record and field. */
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

function indexesOf(noun: Noun): string {
  const declared = noun.indexes.map((index) =>
    index.startsWith('[') ? `[${index.slice(1, -1).split('+').map(fieldPath).join('+')}]` : fieldPath(index),
  );
  return ['id', 'scope', ...(noun.shelf ? ['shelf'] : []), ...declared].join(', ');
}

const fieldPath = (field: string): string => `v.${field}`;
