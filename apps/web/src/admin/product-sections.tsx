import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import type { ComponentType } from "react";
import { ProductAttributes } from "#admin/product-attributes.tsx";
import { ProductAudit } from "#admin/product-audit.tsx";
import { ProductCategories } from "#admin/product-categories.tsx";
import { ProductFactsForm } from "#admin/product-facts-form.tsx";
import { ProductLinks } from "#admin/product-links.tsx";
import { ProductMedia } from "#admin/product-media.tsx";
import type { Product } from "#admin/product-model.ts";
import { ProductTranslations } from "#admin/product-translations.tsx";
import { ProductOptions } from "#admin/product-options.tsx";
import { ProductPrices } from "#admin/product-prices.tsx";
import { ProductVariants } from "#admin/product-variants.tsx";

interface ProductSection {
  /** Of the heading, so that a link can lead to it. */
  id: string;
  title: MessageDescriptor;
  Section: ComponentType<{ product: Product }>;
}

/** The page of a product in the back office, in this order: a new part of it is a line here. */
export const PRODUCT_SECTIONS: readonly ProductSection[] = [
  { id: "texts", title: msg`Texts and details`, Section: ProductFactsForm },
  { id: "attributes", title: msg`Type and attributes`, Section: ProductAttributes },
  { id: "categories", title: msg`Categories`, Section: ProductCategories },
  { id: "translations", title: msg`Translations`, Section: ProductTranslations },
  { id: "pictures", title: msg`Pictures`, Section: ProductMedia },
  { id: "options", title: msg`Options`, Section: ProductOptions },
  { id: "variants", title: msg`Variants`, Section: ProductVariants },
  { id: "prices", title: msg`Prices`, Section: ProductPrices },
  { id: "links", title: msg`Links to other products`, Section: ProductLinks },
  { id: "history", title: msg`Audit of this product`, Section: ProductAudit },
];
