import { MOST_DRIFTS } from "@vitrina/domain/inventory";
import { MOST_MISALLOCATIONS } from "@vitrina/domain/orders";
import type { OperatorCommand } from "#shop/command.ts";

export const reconcileStockCommand: OperatorCommand = {
  summary: "compare stock levels with movements and holds, and what is set aside with open orders",
  help: `pnpm shop reconcile-stock

Looks at every level and every open order; the worker does the same every five minutes. What does not add up is shown in
the back office under Stock, where somebody sets it right, and here: then it ends with 1.`,
  options: {},
  async run({ services: { reconcile, allocations } }) {
    await reconcile.check();
    await allocations.check();
    const [drifts, misallocations] = [await reconcile.list(), await allocations.list()];
    for (const { sku, locationId, onHand, moved, reserved, held } of drifts)
      console.log(`${sku} in ${locationId}: on hand ${onHand}, moved ${moved}; reserved ${reserved}, held ${held}`);
    for (const { order, sku, expected, allocated, places } of misallocations) {
      const where = places.map(({ locationId, quantity }) => `, ${quantity} in ${locationId}`).join("");
      console.log(
        `${sku} of ${order ? `order ${order.number}` : "no order"}: to be sent ${expected}, set aside ${allocated}${where}`,
      );
    }
    const wrong = drifts.length + misallocations.length;
    const more = drifts.length === MOST_DRIFTS || misallocations.length === MOST_MISALLOCATIONS;
    const told = `${more ? "At least " : ""}${wrong} do not add up.`;
    console.log(wrong === 0 ? "Levels, movements, holds and open orders agree." : told);
    if (wrong > 0) process.exitCode = 1;
  },
};
