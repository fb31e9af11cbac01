import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { startEmbedded, type EmbeddedPostgres } from "./core/embedded.ts";

/** A PostgreSQL whose data vanish with it; its database is "vitrina_test". */
export async function startScratchServer(): Promise<EmbeddedPostgres> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "vitrina-test-"));
  // Root runs PostgreSQL as another user, who must be able to walk in.
  chmodSync(folder, 0o755);
  const server = await startEmbedded({ dataDir: path.join(folder, "pg"), database: "vitrina_test", durable: false });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...server, stop };
}

export async function withScratchServer(work: (connectionString: string) => Promise<void>): Promise<void> {
  const server = await startScratchServer();
  try {
    await work(server.connectionString);
  } finally {
    await server.stop();
  }
}
