/** A process that dies between two writes of its store: nothing after that write reaches the disk or returns. */
import type { DBCore, DBCoreTable, Middleware } from 'dexie';

export class Cut {
  isDead = false;
  /** Writes until it dies. */
  writesLeft = Number.POSITIVE_INFINITY;

  middleware(): Middleware<DBCore> {
    return {
      stack: 'dbcore',
      name: 'cut',
      create: (down) => ({
        ...down,
        transaction: (stores, mode, options) => {
          this.#live();
          return down.transaction(stores, mode, options);
        },
        table: (name) => this.#table(down.table(name)),
      }),
    };
  }

  #table(table: DBCoreTable): DBCoreTable {
    return {
      ...table,
      mutate: (request) => {
        this.writesLeft -= 1;
        if (this.writesLeft < 0) this.isDead = true;
        return this.isDead ? Promise.reject(new Error('cut')) : table.mutate(request);
      },
    };
  }

  #live(): void {
    if (this.isDead) throw new Error('cut');
  }
}
