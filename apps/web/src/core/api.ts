import { createTRPCClient, type TRPCLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { AppRouter } from "@vitrina/api-contract";
import { refreshLink, refusalOf, shopLinks } from "@vitrina/api-contract/client";
import type { QueryClient } from "@tanstack/react-query";

export const createClient = (links: TRPCLink<AppRouter>[]) => createTRPCClient<AppRouter>({ links });
export type ShopClient = ReturnType<typeof createClient>;

export const createApi = (client: ShopClient, queryClient: QueryClient) =>
  createTRPCOptionsProxy<AppRouter>({ client, queryClient });
export type Api = ReturnType<typeof createApi>;

/** One tab after another. A page over plain HTTP has no locks: then all at once, which the shop forgives (ADR 0012). */
const inTurn = <Outcome>(work: () => Promise<Outcome>): Promise<Outcome> =>
  "locks" in navigator ? navigator.locks.request("vitrina-session", work) : work();

/** Over HTTP, from the shop's own pages; a session that ran out is renewed once for all tabs and the call repeated. */
export function browserLinks(): TRPCLink<AppRouter>[] {
  const links = shopLinks({ url: "" });
  const plain = createClient(links);
  const channel = new BroadcastChannel("vitrina-session");
  let renewedAt = 0;
  channel.addEventListener("message", () => (renewedAt = Date.now()));

  const refresh = (): Promise<boolean> => {
    const askedAt = Date.now();
    return inTurn(async () => {
      if (renewedAt >= askedAt) return true;
      // A session that is over leaves a guest behind, and the call is repeated as theirs.
      await plain.auth.refresh.mutate({}).catch((error: unknown) => {
        const code = refusalOf(error)?.code;
        if (!code || code === "core.busy") throw error;
      });
      renewedAt = Date.now();
      channel.postMessage("renewed");
      return true;
    });
  };
  return [refreshLink(refresh), ...links];
}
