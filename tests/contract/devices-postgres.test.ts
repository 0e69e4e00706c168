import { describePostgres, testDatabase, testStore } from '#tests/support/postgres.ts';
import { devicesContract } from './devices.contract.ts';

describePostgres('PostgreSQL', () =>
  devicesContract('PostgreSQL', async () => {
    const database = await testDatabase();
    const store = await testStore(database.url);
    return {
      ...store,
      close: async () => {
        await store.remove();
        await database.drop();
      },
    };
  }),
);
