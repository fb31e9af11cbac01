export type { CoreTables } from "./core.tables.ts";
export { createTransact } from "./transact.ts";
export { checkMigrations, migrate, MigrationProblem, type Migration } from "./migrate.ts";
