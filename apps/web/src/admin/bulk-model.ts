import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import type { GrantablePermission } from "@vitrina/api-contract";
import type { Api } from "#core/api.ts";

export type BulkSheet = inferOutput<Api["catalog"]["bulk"]["get"]>;
export type BulkRow = inferOutput<Api["catalog"]["bulk"]["rows"]>["rows"][number];
export type BulkChange = BulkSheet["change"];
export type BulkSelection = inferInput<Api["catalog"]["bulk"]["check"]>["selection"];
export type BulkOutcome = BulkRow["outcome"];

/** Most products that are ticked one by one. */
export const MOST_TICKED = 1_000;

/** What a list of products offers to do with several, as its choices are called. */
export const BULK_CHOICES = [
  "publish",
  "unpublish",
  "archive",
  "category-put",
  "category-take",
  "category-primary",
  "collection-put",
  "collection-take",
  "brand",
  "featured",
  "not-featured",
  "price-percent",
  "price-amount",
  "safety-stock",
] as const;
export type BulkChoice = (typeof BULK_CHOICES)[number];

/** What a choice needs beside the catalogue's own permission. */
export const NEEDED: Partial<Record<BulkChoice, GrantablePermission>> = {
  "price-percent": "prices:write",
  "price-amount": "prices:write",
  "safety-stock": "stock:write",
};

/** Whether the worker is at it. */
export const isUnderWay = ({ state }: Pick<BulkSheet, "state">): boolean =>
  state === "checking" || state === "running" || state === "undoing";
