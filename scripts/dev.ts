import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { assertFree, end, endRequested } from "./processes.ts";
import { dataDir, openShopDatabase, seedIfEmpty } from "./shop-database.ts";
import { command, helped, root } from "./steps.ts";

const HELP = `pnpm dev: the shop with watch and hot reload

Pages by Vite on PORT (3000), the API beside it on port 3001, restarted when its files change; the database and the
demo catalogue are those of npm start.

  PORT, DATA_DIR, DATABASE_URL  as for npm start`;

const API_PORT = 3001;
const port = Number(process.env.PORT ?? 3000);

async function dev(): Promise<number> {
  const asked = endRequested();
  await assertFree(port, "127.0.0.1");
  await assertFree(API_PORT, "127.0.0.1");
  const database = await openShopDatabase();
  const env: NodeJS.ProcessEnv = {
    APP_ENV: "dev",
    WORKER: "inline",
    LOG_LEVEL: "info",
    PUBLIC_URL: `http://localhost:${port}`,
    ...process.env,
    PORT: String(API_PORT),
    DATABASE_URL: database.connectionString,
    DATA_DIR: dataDir,
  };
  try {
    await seedIfEmpty(env);
    const api = spawn(process.execPath, ["--watch", "--watch-preserve-output", "src/main.ts"], inApp("api", env));
    const vite = path.join(root, "apps", "web", "node_modules", ".bin", "vite");
    const web = spawn(vite, ["dev", "--port", String(port), "--strictPort"], inApp("web", env));
    const ended = await Promise.race([
      asked.then(() => 0),
      once(api, "exit").then(() => 1),
      once(web, "exit").then(() => 1),
    ]);
    await Promise.all([end(web), end(api)]);
    return ended;
  } finally {
    await database.stop();
  }
}

const inApp = (name: string, env: NodeJS.ProcessEnv) => ({
  cwd: path.join(root, "apps", name),
  env,
  stdio: "inherit" as const,
});

if (!helped(HELP)) await command(dev);
