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

export interface IdempotencyRepository {
  /** Takes the key; waits for a concurrent holder to commit. Null when it is ours, else what the first call left. */
  claim(
    call: Pick<IdempotentCall, "principal" | "operation" | "keyHash" | "requestHash">,
  ): Promise<{ requestHash: string; answer: Uint8Array } | null>;
  complete(call: Pick<IdempotentCall, "principal" | "operation" | "keyHash">, answer: Uint8Array): Promise<void>;
}

/**
 * Runs `work` once per (principal, operation, key): a repetition gets the first answer (Stripe's rule; RFC draft
 * idempotency-key-header), another body under the same key is refused. A refusal rolls back and leaves the key free.
 */
export function createIdempotencyService(transact: Transact<{ idempotency: IdempotencyRepository }>) {
  return {
    once: <T>(call: IdempotentCall, work: () => Promise<T>): Promise<T> =>
      transact(async ({ idempotency }) => {
        const earlier = await idempotency.claim(call);
        if (earlier) {
          if (earlier.requestHash !== call.requestHash) throw new IdempotencyKeyReused({});
          return JSON.parse(call.open(earlier.answer)) as T;
        }
        const answer = await work();
        await idempotency.complete(call, call.seal(JSON.stringify(answer ?? null)));
        return answer;
      }),
  };
}
export type IdempotencyService = ReturnType<typeof createIdempotencyService>;
