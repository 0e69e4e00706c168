import { describePostgres, testDatabase, testStore } from '#tests/support/postgres.ts';
import { permissionsContract } from './permissions.contract.ts';

describePostgres('PostgreSQL', () =>
  permissionsContract('PostgreSQL', async () => {
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
