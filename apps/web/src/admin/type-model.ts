import type { inferOutput } from "@trpc/tanstack-react-query";
import { filled } from "#admin/product-form.ts";
import type { Api } from "#core/api.ts";

export type ProductType = inferOutput<Api["catalog"]["types"]["list"]>[number];
export type TypeAttribute = ProductType["attributes"][number];
/** What staff decide of a type. */
export type TypeDraft = Pick<ProductType, "code" | "name" | "attributes">;

export const NEW_TYPE: TypeDraft = { code: "", name: {}, attributes: [] };

/** As the shop takes it. */
export const typeToSave = ({ code, name, attributes }: TypeDraft) => ({
  code: code.trim(),
  name: filled(name),
  attributes: attributes.map((each) => ({
    code: each.code,
    required: each.required,
    perVariant: each.perVariant,
  })),
});
