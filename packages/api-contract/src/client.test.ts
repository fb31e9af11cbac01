import { afterEach, expect, test, vi } from "vitest";
import { createShopClient } from "./client.ts";

afterEach(() => vi.unstubAllGlobals());

test("a page over plain HTTP, which has no randomUUID, gives each call a key of its own", async () => {
  const { getRandomValues } = crypto;
  const keys: (string | null)[] = [];
  vi.stubGlobal("crypto", { getRandomValues: getRandomValues.bind(crypto) });
  vi.stubGlobal("fetch", async (_: string, { headers }: RequestInit) => {
    keys.push(new Headers(headers).get("idempotency-key"));
    return Response.json({ result: { data: {} } });
  });

  const shop = createShopClient("");
  await shop.cart.claimGuestCart.mutate({});
  await shop.cart.claimGuestCart.mutate({});

  expect(new Set(keys).size).toBe(2);
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), expect.stringMatching(/^[0-9a-f]{32}$/)]);
});
