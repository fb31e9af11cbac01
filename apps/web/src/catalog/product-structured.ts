import type { AppContext } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { localizedText } from "#core/texts.ts";
import { pictureAddress } from "#core/ui/picture.tsx";
import type { ProductPage, Variant } from "#catalog/choose-variant.ts";

/** schema.org Product of what the page shows: the same price, stock and rating. */
export function productStructured({ locale, origin }: AppContext, product: ProductPage, chosen: Variant | null) {
  const url = origin + localizePath(locale, `/p/${product.slug}`);
  const { rating } = product;
  return {
    "@type": "Product",
    name: localizedText(product.name, locale),
    description: localizedText(product.description, locale),
    image: product.pictures.map((picture) => new URL(pictureAddress(picture), origin).href),
    ...(product.brand && { brand: { "@type": "Brand", name: product.brand } }),
    ...(chosen && { sku: chosen.sku }),
    ...(chosen?.price && {
      offers: {
        "@type": "Offer",
        url,
        price: (chosen.price.amount / 100).toFixed(2),
        priceCurrency: chosen.price.currency,
        availability: `https://schema.org/${stockOf(chosen)}`,
      },
    }),
    ...(rating.mean !== null && {
      aggregateRating: { "@type": "AggregateRating", ratingValue: rating.mean.toFixed(1), reviewCount: rating.count },
    }),
  };
}

const stockOf = ({ availability: { inStock, backOrder } }: Variant): string => {
  if (inStock) return "InStock";
  return backOrder ? "BackOrder" : "OutOfStock";
};
