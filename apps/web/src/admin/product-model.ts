import type { inferOutput } from "@trpc/tanstack-react-query";
import type { Api } from "#core/api.ts";

export type Product = inferOutput<Api["catalog"]["products"]["get"]>;
export type ProductRow = inferOutput<Api["catalog"]["products"]["list"]>["products"][number];
export type ProductVariant = Product["variants"][number];
export type Option = Product["options"][number];
export type ProductStatus = Product["status"];
export type Blocker = inferOutput<Api["catalog"]["products"]["checklist"]>[number];
export type ProductFacts = Pick<
  Product,
  "slug" | "typeId" | "name" | "description" | "brand" | "model" | "taxClass" | "attributes"
>;

export const PRODUCT_STATUSES = ["draft", "published", "archived"] as const satisfies ProductStatus[];

export const factsOf = ({
  slug,
  typeId,
  name,
  description,
  brand,
  model,
  taxClass,
  attributes,
}: Product): ProductFacts => ({ slug, typeId, name, description, brand, model, taxClass, attributes });
