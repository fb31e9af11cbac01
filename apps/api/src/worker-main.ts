import { openDatabase } from "@vitrina/db";
import { InvalidConfiguration, readEnv } from "#env.ts";
import { createLog } from "#core/log.ts";
import { createServices } from "#services.ts";
import { startWorker } from "#worker.ts";

try {
  const env = readEnv();
  const log = createLog(env.LOG_LEVEL);
  const database = openDatabase({
    connectionString: env.DATABASE_URL,
    max: 5,
    applicationName: "vitrina-worker",
    namedStatements: env.DATABASE_NAMED_STATEMENTS,
  });
  const now = () => new Date();
  const services = await createServices({ db: database.db, env, now });
  const worker = await startWorker({ env, database, services, log, now });
  log.info("the worker is running");
  const stop = async () => {
    await worker.stop();
    await database.close();
    process.exit(0);
  };
  process.once("SIGTERM", () => void stop());
  process.once("SIGINT", () => void stop());
} catch (error) {
  if (!(error instanceof InvalidConfiguration)) throw error;
  console.error(error.message);
  process.exit(78);
}
