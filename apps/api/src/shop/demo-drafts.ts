import { createHash } from "node:crypto";
import {
  demoAttributes,
  demoCategories,
  demoProducts,
  demoPromotions,
  demoReviews,
  PICTURE_SIDE,
  type DemoProduct,
  type DemoVariant,
} from "@vitrina/demo";
import type { AttributeDraft, CategoryDraft, ProductBatch, ProductDraft } from "@vitrina/domain/catalog";
import { Currency } from "@vitrina/domain/core";
import type { SystemRole } from "@vitrina/domain/users";

const SOURCE = "demo";
const DAY = 86_400_000;

export const demoTaxRates = [
  { country: "RU", taxClass: "standard", rateBasisPoints: 2_000, included: true },
  { country: "DE", taxClass: "standard", rateBasisPoints: 1_900, included: true },
  { country: "US", taxClass: "standard", rateBasisPoints: 0, included: false },
];

export const demoDeliveries = [
  {
    code: "courier",
    name: JSON.stringify({ ru: "Курьером до двери", en: "Courier to your door" }),
    countries: ["RU", "DE", "US"],
    prices: JSON.stringify({ RUB: 39_000, EUR: 590, USD: 690 }),
    freeFrom: JSON.stringify({ RUB: 500_000, EUR: 6_000, USD: 7_000 }),
    minDays: 1,
    maxDays: 3,
    position: 0,
  },
  {
    code: "pickup",
    name: JSON.stringify({ ru: "Самовывоз из пункта выдачи", en: "Pickup point" }),
    countries: ["RU", "DE", "US"],
    prices: JSON.stringify({ RUB: 19_000, EUR: 290, USD: 350 }),
    freeFrom: JSON.stringify({ RUB: 300_000, EUR: 4_000, USD: 4_500 }),
    minDays: 2,
    maxDays: 5,
    position: 1,
  },
];

/** For trying out only; `npm start` shows it. */
const DEMO_PASSWORD = "vitrina-demo-2026";

const account = (role: SystemRole, email: string, name: string) =>
  ({ role, email, name, password: DEMO_PASSWORD, locale: "ru" }) as const;

export const demoAccounts = [
  account("customer", "shopper@vitrina.example", "Анна Покупателева"),
  account("staff", "staff@vitrina.example", "Степан Продавцов"),
  account("admin", "admin@vitrina.example", "Ада Хозяйкина"),
];

interface DemoOffer {
  prices: { currency: Currency; amount: number; compareAt: number | null }[];
  stock: number;
}

/** The products as the catalog takes them, and per SKU what pricing and inventory need. */
export function demoShelf(now: Date): { batch: ProductBatch; offers: Map<string, DemoOffer> } {
  const products = demoProducts.map((product) => productDraft(product, now));
  const offers = demoProducts.flatMap(({ variants }) =>
    variants.map((variant) => [variant.sku, offerOf(variant)] as const),
  );
  return {
    batch: { source: SOURCE, categories: categoryDrafts, attributes: attributeDrafts, products },
    offers: new Map(offers),
  };
}

const categoryDrafts = demoCategories.map(({ slug, parent, name }, position): CategoryDraft => ({
  key: slug,
  parentKey: parent,
  name,
  slug,
  parentSlugs: parent ? [parent] : [],
  position,
}));

const attributeDrafts = demoAttributes.map((attribute, position): AttributeDraft => ({
  code: attribute.code,
  name: attribute.name,
  unit: "unit" in attribute ? attribute.unit : null,
  type: "mixed",
  position,
}));

function productDraft(product: DemoProduct, now: Date): ProductDraft {
  const { externalId, slug, name, description, brand, taxClass, attributes, category, featured = false } = product;
  return {
    externalId,
    slug,
    name,
    description,
    brand,
    taxClass,
    attributes,
    featured,
    model: null,
    categoryKeys: [category],
    releasedAt: new Date(now.getTime() - product.createdDaysAgo * DAY),
    options: product.options.map((option) => ({
      ...option,
      values: option.values.map((value) => ({ ...value, swatch: value.swatch ?? null })),
    })),
    pictures: product.pictures.map(({ key, alt }) => ({
      kind: "local",
      location: key,
      alt,
      width: PICTURE_SIDE,
      height: PICTURE_SIDE,
    })),
    variants: product.variants.map(({ sku, options, picture }) => {
      const index = product.pictures.findIndex(({ key }) => key === picture);
      return { sku, optionValues: options, gtins: [], picture: index < 0 ? null : index };
    }),
    contentHash: createHash("sha256").update(JSON.stringify(product)).digest(),
  };
}

const offerOf = ({ prices, compareAt, stock }: DemoVariant): DemoOffer => ({
  stock,
  prices: Currency.options.map((currency) => ({
    currency,
    amount: prices[currency],
    compareAt: compareAt?.[currency] ?? null,
  })),
});

export const demoPromotionDrafts = (now: Date) =>
  demoPromotions.map(({ code, percent, name, minimum, startsInDays, endsInDays, maxUses }) => {
    const id = idOf(`promotion ${code}`);
    const inDays = (days: number) => new Date(now.getTime() + days * DAY);
    return {
      promotion: {
        id,
        name,
        basisPoints: percent * 100,
        ...(minimum && { minimums: minimum }),
        ...(startsInDays !== undefined && { startsAt: inDays(startsInDays) }),
        ...(endsInDays !== undefined && { endsAt: inDays(endsInDays) }),
      },
      code: { promotionId: id, code, ...(maxUses !== undefined && { maxUses }) },
    };
  });

/** Rows for the products that exist; the same review always has the same id. */
export const demoReviewRows = (productIds: ReadonlyMap<string, string>, now: Date) =>
  demoReviews.flatMap(({ product, author, rating, title, text, locale, daysAgo }) => {
    const productId = productIds.get(product);
    if (!productId) return [];
    const id = idOf(`review ${product} ${author} ${title}`);
    const createdAt = new Date(now.getTime() - daysAgo * DAY);
    return [
      {
        id,
        productId,
        author,
        rating,
        title,
        body: text,
        locale,
        createdAt,
        source: SOURCE,
        userId: null,
        orderId: null,
      },
    ];
  });

/** A name-based UUID (RFC 9562, version 8) of a thing of the demo. */
function idOf(name: string): string {
  const bytes = createHash("sha256").update(`vitrina demo ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
