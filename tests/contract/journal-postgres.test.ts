import { describePostgres, testDatabase, testStore } from '#tests/support/postgres.ts';
import { journalContract } from './journal.contract.ts';

describePostgres('PostgreSQL', () =>
  journalContract('PostgreSQL', async () => {
    const database = await testDatabase();
    const store = await testStore(database.url);
    return {
      journal: store.journal,
      close: async () => {
        await store.remove();
        await database.drop();
      },
    };
  }),
);
