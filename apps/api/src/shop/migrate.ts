import { openDatabase } from "@vitrina/db";
import { migrate } from "@vitrina/db/core";
import { migrations } from "@vitrina/db/migrations";
import type { OperatorCommand } from "#shop/command.ts";

export const migrateCommand: OperatorCommand = {
  summary: "bring the database's schema up to this version of the shop",
  help: `pnpm shop migrate

Applies the migrations that the database has not seen, in order, safely from several processes at once; twice is once.
The same as pnpm db migrate, for where there is only the built shop.`,
  async run({ env }) {
    const { db, close } = openDatabase<unknown>({
      connectionString: env.DATABASE_URL,
      namedStatements: env.DATABASE_NAMED_STATEMENTS,
      statementTimeout: 0,
      max: 1,
    });
    try {
      const applied = await migrate(db, migrations);
      console.log(applied.length > 0 ? `Applied ${applied.join(", ")}` : `Up to date: ${migrations.length} migrations`);
    } finally {
      await close();
    }
  },
};
