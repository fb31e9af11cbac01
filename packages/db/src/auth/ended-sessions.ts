import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const RECONNECT_AFTER = 1_000;

interface Options {
  connectionString: string;
  /** Hears the id of each session that ends, in any process. */
  ended: (sessionId: string) => void;
  /** The connection stands: what ends from now on is heard. */
  listening?: () => void;
  /** The connection is cut; what ends meanwhile is not heard. */
  cut?: (error: Error) => void;
  /** Waits before the next try. */
  pause?: () => Promise<unknown>;
}

/**
 * Listens on a connection of its own, which must not lead through a pooler that shares sessions. When it is cut, it is
 * opened anew until `close`; the list of ended sessions is read at intervals all the same.
 */
export function listenForEndedSessions(options: Options): { close(): Promise<void> } {
  const { listening = () => {}, cut = () => {}, pause = () => sleep(RECONNECT_AFTER) } = options;
  const stopped = Promise.withResolvers<void>();
  let open = true;

  async function listen(): Promise<void> {
    const client = new pg.Client({
      connectionString: options.connectionString,
      application_name: "vitrina-listener",
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
    });
    const over = new Promise<Error>((resolve) => {
      client.on("error", resolve);
      client.on("end", () => resolve(new Error("the connection ended")));
    });
    client.on("notification", ({ payload = "" }) => options.ended(payload));
    try {
      await client.connect();
      await client.query("listen auth_session_ended");
      listening();
      const error = await Promise.race([over, stopped.promise]);
      if (error) cut(error);
    } catch (error) {
      cut(error as Error);
    } finally {
      await client.end().catch(() => {});
    }
  }

  async function keepListening(): Promise<void> {
    while (open) {
      await listen();
      if (open) await Promise.race([pause(), stopped.promise]);
    }
  }

  const running = keepListening();
  return {
    async close() {
      open = false;
      stopped.resolve();
      await running;
    },
  };
}
