import type { Localized } from "./localized.ts";
import type { Picture } from "./pictures/picture.ts";

export type Currency = "RUB" | "EUR" | "USD";
/** Integer minor units: kopecks and cents. */
export type Prices = Record<Currency, number>;

export type DemoCategory = { slug: string; parent: string | null; name: Localized };
export type DemoAttribute = { code: string; name: Localized; unit?: Localized };

export type DemoOptionValue = { code: string; name: Localized; swatch?: string };
export type DemoOption = { code: string; name: Localized; values: DemoOptionValue[] };

export type DemoVariant = {
  sku: string;
  options: Record<string, string>;
  prices: Prices;
  compareAt?: Prices;
  stock: number;
  picture: string;
};

export type DemoProduct = {
  externalId: string;
  slug: string;
  name: Localized;
  description: Localized;
  brand: string;
  category: string;
  taxClass: "standard";
  attributes: Record<string, number | string | boolean | Localized>;
  options: DemoOption[];
  variants: DemoVariant[];
  pictures: Picture[];
  featured?: boolean;
  createdDaysAgo: number;
};

export type DemoReview = {
  product: string;
  author: string;
  rating: 1 | 2 | 3 | 4 | 5;
  title: string;
  text: string;
  locale: "ru" | "en";
  daysAgo: number;
};

export type DemoPromotion = {
  code: string;
  percent: number;
  name: Localized;
  minimum?: Prices;
  startsInDays?: number;
  endsInDays?: number;
  maxUses?: number;
};
