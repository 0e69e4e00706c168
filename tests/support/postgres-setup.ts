/**
 * Before the tests of PostgreSQL: one cluster for all of them, or the database that TEST_DATABASE_URL names,
 * with an empty database of this version that each test gets a copy of.
 */
import type { TestProject } from 'vitest/node';
import { migratePostgres } from '#server/journal/migrations/postgres/migrate.ts';
import { findPostgres, howToGetPostgres } from '#tools/find-postgres.mjs';
import { type Cluster, startCluster } from './postgres-cluster.ts';
import { command, poolOn, withDatabase } from './postgres-url.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the database to make others from, or why there is none. */
    postgres: { readonly url: string; readonly template: string } | { readonly missing: string };
  }
}

let cluster: Cluster | undefined;
let removeTemplate: (() => Promise<void>) | undefined;

export async function setup(project: TestProject): Promise<void> {
  const given = process.env.TEST_DATABASE_URL;
  const bin = given ? undefined : findPostgres();
  if (bin !== undefined) cluster = await startCluster(bin);
  const url = given || cluster?.url('postgres');
  if (url === undefined) {
    console.warn(`\nThe tests of PostgreSQL are SKIPPED. ${howToGetPostgres}\n`);
    project.provide('postgres', { missing: howToGetPostgres });
    return;
  }
  const template = `baraza_template_${process.pid}`;
  const server = poolOn(url);
  await command(server, `create database ${template} encoding 'UTF8' template template0`);
  const empty = poolOn(withDatabase(url, template));
  await migratePostgres(empty);
  await empty.close();
  removeTemplate = async () => {
    await command(server, `drop database ${template}`);
    await server.close();
  };
  project.provide('postgres', { url, template });
}

export async function teardown(): Promise<void> {
  await removeTemplate?.();
  await cluster?.remove();
}
