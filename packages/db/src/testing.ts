import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, inject } from "vitest";
import { openDatabase, type Database, type DatabaseOptions, type OpenDatabase } from "./database.ts";
import { databaseOn, onServer } from "./testing-setup.ts";

/** A busy machine is no reason to fail. */
const PATIENT = { statementTimeout: 60_000, connectionTimeout: 60_000 };

export interface TestDatabase<Tables = Database> extends Pick<OpenDatabase<Tables>, "db" | "pool"> {
  connectionString: string;
}

/**
 * A freshly migrated database for the calling test file (or describe block): opened before its tests, dropped after them.
 * Read its members inside of tests and hooks, not while the file is being collected.
 */
export function testDatabase<Tables = Database>(
  options: Partial<Omit<DatabaseOptions, "connectionString">> = {},
): TestDatabase<Tables> {
  let opened: (OpenDatabase<Tables> & { connectionString: string }) | undefined;
  const name = `vitrina_test_${randomBytes(6).toString("hex")}`;
  const { server, template } = inject("postgres");

  beforeAll(async () => {
    await onServer(server, `create database ${name} template ${template} strategy file_copy`);
    const connectionString = databaseOn(server, name);
    opened = { connectionString, ...openDatabase<Tables>({ connectionString, ...PATIENT, ...options }) };
  });

  afterAll(async () => {
    await opened?.close();
    await onServer(server, `drop database if exists ${name} with (force)`);
  });

  const open = () => {
    if (!opened) throw new Error("The test database opens in beforeAll: read it inside of a test or a hook.");
    return opened;
  };
  return {
    get db() {
      return open().db;
    },
    get pool() {
      return open().pool;
    },
    get connectionString() {
      return open().connectionString;
    },
  };
}
