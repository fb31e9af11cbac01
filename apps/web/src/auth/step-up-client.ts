import { createTRPCClientProxy, getUntypedClient, type TRPCRequestOptions } from "@trpc/client";
import { newIdempotencyKey, refusalOf } from "@vitrina/api-contract/client";
import type { ShopClient } from "#core/api.ts";

/**
 * A client that repeats a call refused for want of a recent proof of identity, under its key, once `ask` had one. Calls
 * that need a proof at the same time share the question.
 */
export function afterProof(client: ShopClient, ask: () => Promise<boolean>): ShopClient {
  const direct = getUntypedClient(client);
  const proven: typeof direct = Object.create(direct);
  let asked: Promise<boolean> | null = null;
  const proof = () => (asked ??= ask().finally(() => (asked = null)));
  const through =
    (send: typeof direct.mutation): typeof direct.mutation =>
    async (path, input, options) => {
      const keyed: TRPCRequestOptions = {
        ...options,
        context: { idempotencyKey: newIdempotencyKey(), ...options?.context },
      };
      try {
        return await send(path, input, keyed);
      } catch (error) {
        if (refusalOf(error)?.code !== "auth.recent-sign-in-required" || !(await proof())) throw error;
        return send(path, input, keyed);
      }
    };
  proven.mutation = through(direct.mutation.bind(direct));
  proven.query = through(direct.query.bind(direct));
  return createTRPCClientProxy(proven);
}
