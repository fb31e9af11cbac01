import { locationsContract } from "./locations.contract.ts";
import { stockContract } from "./stock.contract.ts";

export const inventoryContract = { locations: locationsContract, stock: stockContract };
