/** A disk in memory. What is on it is read below the app, whether the app runs or not. */
import Dexie from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { RecordState } from '#replication/cell.ts';
import { BarazaDatabase, type MetaRow, type PendingRow, type QuarantineRow, type ScopeRow } from '#storage/database.ts';
import type { ServerMeta } from '#storage/replica.ts';
import { type Row, stateOfRow } from '#storage/row.ts';
import { nounNames } from '#domain/registry.ts';
import type { Cut } from './cut.ts';

/** All rows of all tables: what a copy of the disk holds. */
export type Image = ReadonlyMap<string, readonly unknown[]>;

/** What is read of the library's insides. */
interface Insides {
  readonly _databases: ReadonlyMap<
    string,
    {
      readonly rawObjectStores: ReadonlyMap<
        string,
        { readonly records: { readonly values: () => Iterable<{ readonly value: unknown }> } }
      >;
    }
  >;
}

export class Disk {
  readonly #factory = new IDBFactory();
  readonly #name: string;

  constructor(name: string) {
    this.#name = `baraza-${name}`;
  }

  open(cut: Cut): BarazaDatabase {
    Dexie.dependencies.indexedDB = this.#factory as unknown as typeof indexedDB;
    Dexie.dependencies.IDBKeyRange = IDBKeyRange;
    const db = new BarazaDatabase(this.#name);
    // Nothing is drawn here: what live queries need costs half of the time.
    db.unuse({ stack: 'dbcore', name: 'Cache' }).unuse({ stack: 'dbcore', name: 'Observability' });
    db.use(cut.middleware());
    return db;
  }

  /** Of a disk on which nothing is being written. */
  image(): Image {
    const stores = (this.#factory as unknown as Insides)._databases.get(this.#name)?.rawObjectStores;
    return new Map(
      [...(stores ?? [])].map(([name, { records }]) => [name, [...records.values()].map((one) => one.value)]),
    );
  }

  read(): OnDisk {
    const image = this.image();
    const rows = (table: string) => image.get(table) ?? [];
    const meta = rows('meta') as readonly MetaRow[];
    return {
      records: [...nounNames, 'others'].flatMap((table) =>
        (rows(table) as readonly NamedRow[]).map((row) => stateOfRow(row.noun ?? table, row)),
      ),
      marks: rows('pending') as readonly PendingRow[],
      scopes: rows('scopes') as readonly ScopeRow[],
      refused: rows('quarantine') as readonly QuarantineRow[],
      server: meta.find(({ key }) => key === 'server')?.value as ServerMeta | undefined,
    };
  }
}

/** Rows of nouns not known here name theirs. */
type NamedRow = Row & { readonly noun?: string };

export interface OnDisk {
  readonly records: readonly RecordState[];
  readonly marks: readonly PendingRow[];
  readonly scopes: readonly ScopeRow[];
  readonly refused: readonly QuarantineRow[];
  readonly server: ServerMeta | undefined;
}
