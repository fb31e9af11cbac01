export type { CoreTables } from "./core.tables.ts";
export { createIdempotencyRepository } from "./idempotency.repository.ts";
export { dispatchOutbox, sweepCore, type DispatchedEvent } from "./dispatch.ts";
export { createInbox, type Inbox, type ReceivedLetter } from "./inbox.ts";
export { createOutbox } from "./outbox.ts";
export { sentWithNext } from "./named-statements.ts";
export { failsAs } from "./open-transaction.ts";
export { createTransact } from "./transact.ts";
export { checkMigrations, migrate, MigrationProblem, type Migration } from "./migrate.ts";
