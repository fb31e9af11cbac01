import type { Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { Currency, LocalizedText } from "@vitrina/domain/core";
import type { ListingRow, QueryRule, Synonym } from "@vitrina/domain/search";

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
    sales: number;
    ordinal: GeneratedAlways<number>;
    terms: number[];
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
    sales: number;
    ordinal: number;
  };
  "search.term": {
    id: GeneratedAlways<number>;
    kind: "category" | "facet" | "value" | "range" | "word" | "title";
    code: string;
    key: string;
    label: JSONColumnType<LocalizedText>;
    swatch: string | null;
    place: number | null;
  };
  "search.posting": { termId: number; chunk: number; bits: string };
  "search.sold": { productId: string; pieces: number };
  "search.facetMenu": { categoryId: string; code: string; place: number; termIds: number[] };
  "search.menuDue": { categoryId: string; madeAt: Date; due: boolean };
  "search.categoryCount": { categoryId: string; total: number; inStock: number };
  "search.word": { word: string; letters: GeneratedAlways<string>; products: Generated<number> };
  "search.due": { id: GeneratedAlways<number>; productId: string; at: Date };
  "search.collectionFill": { collectionId: string; after: string };
  "search.categoryWord": { word: string; categoryId: string; stem: string };
  "search.queryLog": { day: string; query: string; asked: number; found: number };
  "search.popularQuery": { query: string; asked: number };
  "search.synonym": Synonym;
  "search.synonymTerm": {
    synonymId: string;
    role: "member" | "source" | "target";
    language: "ru" | "en";
    phrase: string;
    key: GeneratedAlways<string>;
  };
  "search.queryRule": QueryRule & { words: string; key: GeneratedAlways<string> };
  "search.dirty": {
    id: GeneratedAlways<number>;
    productId: string;
    markedAt: Generated<Date>;
    patient: Generated<boolean>;
  };
  "search.renamed": {
    id: GeneratedAlways<number>;
    attributeCode: string;
    choiceCode: string;
    nextChunk: Generated<number>;
  };
  "search.moved": { categoryId: string };
}
