import type { ProductDraft } from "./product-draft.ts";
import { slugify } from "./slug.ts";

let made = 0;

/** A published product with one variant and no picture; its hash follows its content. */
export function aProductDraft(changes: Partial<ProductDraft> = {}): ProductDraft {
  const externalId = changes.externalId ?? `p${++made}`;
  const name = changes.name ?? { en: `Thing ${externalId}` };
  const draft = {
    externalId,
    slug: slugify(`${name.en ?? name.ru ?? ""} ${externalId}`),
    name,
    description: {},
    brand: null,
    model: null,
    attributes: {},
    options: [],
    taxClass: "standard",
    categoryKeys: [],
    featured: false,
    releasedAt: null,
    pictures: [],
    variants: [{ sku: `sku-${externalId}`, optionValues: {}, gtins: [], picture: null }],
    ...changes,
  };
  return { ...draft, contentHash: changes.contentHash ?? new TextEncoder().encode(JSON.stringify(draft)) };
}
