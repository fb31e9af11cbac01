import { createTRPCClientProxy, getUntypedClient, type TRPCRequestOptions } from "@trpc/client";
import { newIdempotencyKey, refusalOf } from "@vitrina/api-contract/client";
import type { ShopClient } from "#core/api.ts";

interface Questions {
  /** Asks who it is; hears whether the proof was good. */
  ask: () => Promise<boolean>;
  /** Tells that the act needs a session with the second factor. */
  tellOfFactor: () => void;
}

/**
 * A client that repeats a call refused for want of a recent proof of identity, under its key, once `ask` had one. Calls
 * that need a proof at the same time share the question. A call refused for want of the second factor stays refused, and
 * the person is told why.
 */
export function afterProof(client: ShopClient, { ask, tellOfFactor }: Questions): ShopClient {
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
        const code = refusalOf(error)?.code;
        if (code === "auth.factor-required") tellOfFactor();
        if (code !== "auth.recent-sign-in-required" || !(await proof())) throw error;
        return send(path, input, keyed);
      }
    };
  proven.mutation = through(direct.mutation.bind(direct));
  proven.query = through(direct.query.bind(direct));
  return createTRPCClientProxy(proven);
}
