import type { GeneratedAlways, JSONColumnType } from "kysely";
import type { Currency } from "@vitrina/domain/core";
import type { ListingRow } from "@vitrina/domain/search";

export interface SearchTables {
  "search.listing": {
    productId: string;
    slug: string;
    card: JSONColumnType<Omit<ListingRow, "price" | "currency">>;
    prices: JSONColumnType<Partial<Record<Currency, NonNullable<ListingRow["price"]>>>>;
    categoryIds: string[];
    inStock: boolean;
    featured: boolean;
    reduced: boolean;
    prominence: number;
    publishedAt: Date;
    score: number;
    codes: string[];
    document: string;
    nextChangeAt: Date | null;
  };
  "search.placement": {
    categoryId: string;
    productId: string;
    priceRub: number | null;
    priceEur: number | null;
    priceUsd: number | null;
    inStock: boolean;
    prominence: number;
    publishedAt: Date;
    score: number;
  };
  "search.categoryCount": { categoryId: string; total: number; inStock: number };
  "search.word": { word: string; letters: GeneratedAlways<string> };
  "search.dirty": { id: GeneratedAlways<number>; productId: string };
}
