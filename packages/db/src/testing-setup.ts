import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "./core/migrate.ts";
import { openDatabase } from "./database.ts";
import { migrations } from "./migrations/index.ts";
import { startScratchServer } from "./scratch.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { server: string; template: string };
  }
}

/**
 * Vitest globalSetup: a throw-away PostgreSQL with a migrated template, from which each file gets a database of its own.
 * TEST_DATABASE_URL replaces the server; its database must carry `test` in its name.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { server, stop } = await startServer(process.env.TEST_DATABASE_URL);
  const template = `vitrina_test_template_${process.pid}`;
  await onServer(server, `drop database if exists ${template}`, `create database ${template}`);
  const { db, close } = openDatabase<unknown>({
    connectionString: databaseOn(server, template),
    statementTimeout: 0,
    max: 1,
  });
  try {
    await migrate(db, migrations);
  } finally {
    await close();
  }
  project.provide("postgres", { server, template });
  return async () => {
    if (process.env.TEST_DATABASE_URL) await onServer(server, `drop database ${template}`);
    await stop();
  };
}

async function startServer(foreign: string | undefined) {
  if (foreign) {
    const name = decodeURIComponent(new URL(foreign).pathname.slice(1));
    if (!name.includes("test")) throw new Error(`Tests refuse the database "${name}": its name must contain "test".`);
    return { server: foreign, stop: async () => {} };
  }
  const { connectionString, stop } = await startScratchServer();
  return { server: connectionString, stop };
}

export function databaseOn(server: string, name: string): string {
  return server.replace(/(\/\/[^/]*\/)[^?]*/, `$1${name}`);
}

export async function onServer(server: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}
