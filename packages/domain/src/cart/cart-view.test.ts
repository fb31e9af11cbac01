import { expect, test } from "vitest";
import { aCode } from "@vitrina/domain/promotions/testing";
import { showCart } from "./cart-view.ts";
import { mergeCarts } from "./merge.ts";
import { aCart, aLine, anOffer } from "./testing.ts";

const now = new Date("2026-11-24T12:00:00Z");
const show = (cart: Parameters<typeof showCart>[0], freeDeliveryFrom: number | null = null) =>
  showCart(cart, { now, freeDeliveryFrom });

test("a thing withdrawn from sale stays listed with a warning and costs nothing", () => {
  const withdrawn = aLine({ offer: anOffer({ published: false }) });

  const { lines, totals } = show(aCart({ lines: [withdrawn, aLine()] }));

  expect(lines[0]).toMatchObject({ total: 0, warnings: [{ kind: "not-sellable" }] });
  expect(totals.total).toBe(100_00);
});

test("a thing sold out meanwhile is told with how many are left", () => {
  const { lines } = show(aCart({ lines: [aLine({ quantity: 5, available: 2 })] }));

  expect(lines[0]).toMatchObject({
    warnings: [{ kind: "out-of-stock", left: 2 }],
    availability: { inStock: true, left: 2 },
  });
});

test("a discount is shared among the lines so that they sum to the total", () => {
  const lines = [aLine({ unitAmount: 33_33 }), aLine({ unitAmount: 33_33 }), aLine({ unitAmount: 33_34 })];

  const shown = show(aCart({ lines, codes: [aCode("TEN", { basisPoints: 1_000 })] }));

  expect(shown.totals).toMatchObject({ items: 100_00, discount: 10_00, total: 90_00 });
  expect(shown.lines.reduce((sum, { total }) => sum + total, 0)).toBe(90_00);
});

test("the shopper sees what is missing to free delivery, after discounts", () => {
  const cart = aCart({ lines: [aLine()], codes: [aCode("TEN")] });

  expect(show(cart, 100_00).freeDeliveryMissing).toBe(10_00);
  expect(show(cart, 90_00).freeDeliveryMissing).toBeNull();
  expect(show(cart).freeDeliveryMissing).toBeNull();
});

test("a larger wish than the shelf has is capped and told when carts are joined", () => {
  const cup = anOffer();
  const mine = aCart({ lines: [aLine({ offer: cup, quantity: 1, available: 3 })] });
  const guest = aCart({ lines: [aLine({ offer: cup, quantity: 5, available: 3 })] });

  expect(mergeCarts(mine, guest)).toEqual({
    lines: [{ variantId: cup.variantId, quantity: 3 }],
    codes: [],
    changes: [{ variantId: cup.variantId, wanted: 5, got: 3 }],
  });
});

test("joining carts never takes from what the account has", () => {
  const cup = anOffer();
  const mine = aCart({ lines: [aLine({ offer: cup, quantity: 4, available: 1 })] });
  const guest = aCart({ lines: [aLine({ offer: cup, quantity: 2, available: 1 })] });

  expect(mergeCarts(mine, guest)).toMatchObject({ lines: [], changes: [] });
});

test("what does not fit when carts are joined is told: sold out, withdrawn, beyond 200 lines", () => {
  const sellable = (quantity: number) => aLine({ quantity, available: quantity });
  const mine = aCart({ lines: Array.from({ length: 199 }, () => aLine()) });
  const guest = aCart({
    lines: [aLine({ available: 0 }), aLine({ offer: anOffer({ published: false }) }), sellable(2), sellable(3)],
  });

  const { lines, changes } = mergeCarts(mine, guest);

  expect(lines).toMatchObject([{ quantity: 2 }]);
  expect(changes).toMatchObject([
    { wanted: 1, got: 0 },
    { wanted: 1, got: 0 },
    { wanted: 3, got: 0 },
  ]);
});

test("a line whose price a forgotten rate made says that it cannot be ordered for now", () => {
  const conversion = { base: "RUB", unitCost: 98_500_000, ending: "exact" } as const;
  const lines = [true, false].map((fresh) => aLine({ conversion: { ...conversion, fresh } }));

  const warnings = show(aCart({ lines })).lines.map((line) => line.warnings);

  expect(warnings).toEqual([[], [{ kind: "rate-stale" }]]);
});
