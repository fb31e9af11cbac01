import { afterEach, expect, test, vi } from "vitest";
import { browserLinks, createClient } from "#core/api.ts";

afterEach(() => vi.unstubAllGlobals());

const refusedWith = (code: string, status: number) =>
  Response.json({ error: { message: code, code: -32001, data: { refusal: { code, details: {} } } } }, { status });
const done = () => Response.json({ result: { data: {} } });

/** A shop that answers one call after another as told; returns the addresses it was asked at. */
function shopAnswering(...answers: Response[]): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    return answers.shift() ?? done();
  });
  return asked;
}

const claim = () => createClient(browserLinks()).cart.claimGuestCart.mutate({});

test("a page over plain HTTP, which has no locks, renews its session all the same", async () => {
  vi.stubGlobal("navigator", {});
  const asked = shopAnswering(refusedWith("auth.session-expired", 401));

  await claim();

  expect(asked).toEqual(["/trpc/cart.claimGuestCart", "/auth/auth.refresh", "/trpc/cart.claimGuestCart"]);
});

test("a session that is over goes on as a guest's, but a busy shop has ended none", async () => {
  vi.stubGlobal("navigator", {});
  const expired = () => refusedWith("auth.session-expired", 401);

  const over = shopAnswering(expired(), expired());
  await claim();
  expect(over).toHaveLength(3);

  const busy = shopAnswering(expired(), refusedWith("core.busy", 503));
  await expect(claim()).rejects.toThrow();
  expect(busy).toEqual(["/trpc/cart.claimGuestCart", "/auth/auth.refresh"]);
});
