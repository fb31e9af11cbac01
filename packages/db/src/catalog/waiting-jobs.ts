import { MOST_COUNTED } from "@vitrina/domain/core";
import type { WaitingJobs } from "@vitrina/domain/catalog";
import type { Kysely } from "kysely";
import type { CatalogTables } from "./catalog.tables.ts";

/** Counts what is under way, and what failed since then. */
export async function waitingJobs(
  db: Kysely<CatalogTables>,
  jobs: "catalog.import" | "catalog.bulkEdit",
  since: Date,
): Promise<WaitingJobs> {
  const some = db.selectFrom(jobs).select("id").limit(MOST_COUNTED);
  const running = some.where("state", "in", ["checking", "running", "undoing"]).as("job");
  const failed = some.where("state", "=", "failed").where("updatedAt", ">=", since).as("job");
  return db
    .selectNoFrom((eb) => [
      eb
        .selectFrom(running)
        .select(({ fn }) => fn.countAll<number>().as("jobs"))
        .$asScalar()
        .$notNull()
        .as("running"),
      eb
        .selectFrom(failed)
        .select(({ fn }) => fn.countAll<number>().as("jobs"))
        .$asScalar()
        .$notNull()
        .as("failed"),
    ])
    .executeTakeFirstOrThrow();
}
