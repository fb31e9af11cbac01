import { expect, test } from "vitest";
import { IdempotencyKeyReused } from "./errors.ts";
import { createIdempotencyService, type IdempotencyRepository } from "./idempotency.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const aCall = (requestHash = "a") => ({
  principal: "shopper",
  operation: "cart.addItem",
  keyHash: "k",
  requestHash,
  seal: bytes,
  open: (sealed: Uint8Array) => new TextDecoder().decode(sealed),
});

function service() {
  const kept = new Map<string, { requestHash: string; answer: Uint8Array }>();
  const idempotency: IdempotencyRepository = {
    find: async ({ keyHash }) => kept.get(keyHash) ?? null,
    keep: async ({ keyHash, requestHash }, answer) => {
      if (kept.has(keyHash)) throw new Error("taken");
      kept.set(keyHash, { requestHash, answer });
    },
  };
  return createIdempotencyService((work) => work({ idempotency }), idempotency);
}

test("a repeated click is answered with the first answer", async () => {
  const { once } = service();

  const first = await once(aCall(), async () => ({ quantity: 1 }));
  const second = await once(aCall(), async () => ({ quantity: 2 }));

  expect([first, second]).toEqual([{ quantity: 1 }, { quantity: 1 }]);
});

test("a repeated click that is refused, since the first has changed the shop, gets the first answer too", async () => {
  const { once } = service();
  await once(aCall(), async () => "placed");

  expect(await once(aCall(), () => Promise.reject(new Error("the cart is empty")))).toBe("placed");
});

test("the same key with another body is refused, whatever the work says", async () => {
  const { once } = service();
  await once(aCall(), async () => "done");

  await expect(once(aCall("b"), async () => "other")).rejects.toBeInstanceOf(IdempotencyKeyReused);
  await expect(once(aCall("b"), () => Promise.reject(new Error()))).rejects.toBeInstanceOf(IdempotencyKeyReused);
});
