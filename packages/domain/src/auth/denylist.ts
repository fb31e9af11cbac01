import type { Clock } from "@vitrina/domain/core";
import type { SessionRepository } from "./session.repository.ts";
import { LONGEST_ACCESS } from "./session.ts";

/** Milliseconds after which the list is read again: a session ended elsewhere is refused here this soon. */
const READ_EVERY = 2_000;
/** Longer than any access token lives, with room for clocks that differ. */
const KEEP = LONGEST_ACCESS + 60_000;

/**
 * Sessions ended while their access tokens still live. Reads of customers trust the token and this list; it is read
 * when asked and stale, so it needs no timer, and a failed read refuses instead of letting pass.
 */
export function createDenylist({
  sessions,
  clock,
}: {
  sessions: Pick<SessionRepository, "revokedSince">;
  clock: Clock;
}) {
  const ended = new Map<string, number>();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  async function read(now: number): Promise<void> {
    const oldest = now - KEEP;
    for (const { id, revokedAt } of await sessions.revokedSince(new Date(oldest))) ended.set(id, revokedAt.getTime());
    for (const [id, revokedAt] of ended) if (revokedAt < oldest) ended.delete(id);
    readAt = now;
  }

  return {
    /** Refuses a session in this process at once. */
    add: (sessionId: string) => void ended.set(sessionId, clock().getTime()),

    async has(sessionId: string): Promise<boolean> {
      const now = clock().getTime();
      if (Math.abs(now - readAt) >= READ_EVERY) await (reading ??= read(now).finally(() => (reading = null)));
      return ended.has(sessionId);
    },
  };
}
