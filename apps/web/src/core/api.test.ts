import { afterEach, expect, test, vi } from "vitest";
import { browserLinks, createClient } from "#core/api.ts";

afterEach(() => vi.unstubAllGlobals());

const expired = {
  error: {
    message: "auth.session-expired",
    code: -32001,
    data: { refusal: { code: "auth.session-expired", details: {} } },
  },
};

test("a page over plain HTTP, which has no locks, renews its session all the same", async () => {
  const asked: string[] = [];
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return Response.json(asked.length === 1 ? expired : { result: { data: {} } }, {
      status: asked.length === 1 ? 401 : 200,
    });
  });

  await createClient(browserLinks()).cart.claimGuestCart.mutate({});

  expect(asked).toEqual(["/trpc/cart.claimGuestCart", "/auth/auth.refresh", "/trpc/cart.claimGuestCart"]);
});
