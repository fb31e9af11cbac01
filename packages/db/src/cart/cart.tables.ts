import type { Generated, GeneratedAlways } from "kysely";
import type { Currency } from "@vitrina/domain/core";
import type { CartLine } from "@vitrina/domain/cart";

export interface CartTables {
  "cart.cart": {
    id: string;
    userId: string | null;
    secretHash: Buffer | null;
    state: Generated<"open" | "ordered">;
    currency: Currency;
    version: Generated<number>;
    createdAt: Date;
    updatedAt: Date;
    expiresAt: Date;
  };
  "cart.line": {
    cartId: string;
    variantId: string;
    quantity: CartLine["quantity"];
    addedAt: Date;
    seenAmount: number | null;
    position: GeneratedAlways<number>;
  };
  "cart.code": {
    cartId: string;
    code: string;
    addedAt: Date;
    position: GeneratedAlways<number>;
  };
}
