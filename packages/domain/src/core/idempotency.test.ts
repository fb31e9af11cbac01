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
    claim: async ({ keyHash }) => kept.get(keyHash) ?? null,
    complete: async ({ keyHash }, answer) => void kept.set(keyHash, { requestHash: "a", answer }),
  };
  return createIdempotencyService((work) => work({ idempotency }));
}

test("a repeated click is answered with the first answer and does nothing more", async () => {
  const { once } = service();
  let added = 0;

  const first = await once(aCall(), async () => ({ quantity: ++added }));
  const second = await once(aCall(), async () => ({ quantity: ++added }));

  expect([first, second, added]).toEqual([{ quantity: 1 }, { quantity: 1 }, 1]);
});

test("the same key with another body is refused", async () => {
  const { once } = service();
  await once(aCall(), async () => "done");

  await expect(once(aCall("b"), async () => "other")).rejects.toBeInstanceOf(IdempotencyKeyReused);
});
