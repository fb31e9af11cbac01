import { router } from "#trpc.ts";
import { locationsRouter } from "./locations.router.ts";
import { stockRouter } from "./stock.router.ts";

export const inventoryRouter = router({ locations: locationsRouter, stock: stockRouter });
