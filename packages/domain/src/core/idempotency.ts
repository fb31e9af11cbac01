import { IdempotencyKeyReused } from "./errors.ts";
import type { Transact } from "./transact.ts";

/** Who calls what under which key; hashes are SHA-256, hex. `seal` and `open` use the key itself, which is not stored. */
export interface IdempotentCall {
  principal: string;
  operation: string;
  keyHash: string;
  requestHash: string;
  seal(answer: string): Uint8Array;
  open(sealed: Uint8Array): string;
}

type Key = Pick<IdempotentCall, "principal" | "operation" | "keyHash">;

export interface IdempotencyRepository {
  /** What a committed call left under the key. */
  find(key: Key): Promise<{ requestHash: string; answer: Uint8Array } | null>;
  /** Keeps the answer with the work it answers: when the key is taken, the transaction fails, at its commit at the latest. */
  keep(call: Key & Pick<IdempotentCall, "requestHash">, answer: Uint8Array): Promise<void>;
}

/**
 * Lets `work` take effect once per (principal, operation, key): a repetition gets the first answer (Stripe's rule; RFC
 * draft idempotency-key-header), another body under the same key is refused. A refusal rolls back and leaves the key free.
 *
 * A repetition runs `work` again and is undone: its row of the key collides with the first. If it failed on the way, then
 * because it saw what the first had committed, and the key with it; so every failure looks for an earlier answer.
 */
export function createIdempotencyService(
  transact: Transact<{ idempotency: IdempotencyRepository }>,
  kept: Pick<IdempotencyRepository, "find">,
) {
  return {
    async once<T>(call: IdempotentCall, work: () => Promise<T>): Promise<T> {
      try {
        return await transact(async ({ idempotency }) => {
          const answer = await work();
          await idempotency.keep(call, call.seal(JSON.stringify(answer ?? null)));
          return answer;
        });
      } catch (error) {
        const earlier = await kept.find(call);
        if (!earlier) throw error;
        if (earlier.requestHash !== call.requestHash) throw new IdempotencyKeyReused({});
        return JSON.parse(call.open(earlier.answer)) as T;
      }
    },
  };
}
export type IdempotencyService = ReturnType<typeof createIdempotencyService>;
