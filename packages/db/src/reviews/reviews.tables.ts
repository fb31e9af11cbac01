import type { Locale } from "@vitrina/domain/core";
import type { Generated } from "kysely";

export interface ReviewsTables {
  "reviews.review": {
    id: string;
    productId: string;
    /** Null for imported reviews and for buyers who left. */
    userId: string | null;
    /** Null for buyers who were erased. */
    author: string | null;
    orderId: string | null;
    source: Generated<string>;
    rating: number;
    title: Generated<string>;
    body: string;
    locale: Locale;
    status: Generated<"pending" | "published" | "rejected">;
    createdAt: Date;
  };
  "reviews.aggregate": {
    productId: string;
    stars1: Generated<number>;
    stars2: Generated<number>;
    stars3: Generated<number>;
    stars4: Generated<number>;
    stars5: Generated<number>;
  };
}
