import type { OperatorCommand } from "#shop/command.ts";

export const reconcileStockCommand: OperatorCommand = {
  summary: "compare every stock level with its movements and holds",
  help: `pnpm shop reconcile-stock

Looks at every level; the worker does the same every five minutes. What does not add up is shown in the back office under
Stock, where somebody sets it right, and here: then it ends with 1.`,
  options: {},
  async run({ services: { reconcile } }) {
    await reconcile.check();
    const drifts = await reconcile.list();
    for (const { sku, locationId, onHand, moved, reserved, held } of drifts)
      console.log(`${sku} in ${locationId}: on hand ${onHand}, moved ${moved}; reserved ${reserved}, held ${held}`);
    console.log(
      drifts.length === 0 ? "Every level is what its movements and holds say." : `${drifts.length} do not add up.`,
    );
    if (drifts.length > 0) process.exitCode = 1;
  },
};
