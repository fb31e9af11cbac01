import type { DemoReview } from "./demo.ts";
import { demoProducts } from "./products.ts";
import { createRandom } from "./random.ts";
import { english } from "./reviews/english.ts";
import { russian } from "./reviews/russian.ts";

const ages = new Map(demoProducts.map(({ externalId, createdDaysAgo }) => [externalId, createdDaysAgo]));

const isRating = (value: number): value is DemoReview["rating"] => Number.isInteger(value) && value >= 1 && value <= 5;

function read(lines: string, locale: DemoReview["locale"]): DemoReview[] {
  return lines
    .trim()
    .split("\n")
    .map((line) => {
      const [product = "", stars, author = "", title = "", text = ""] = line.split(" | ");
      const rating = Number(stars);
      if (!isRating(rating)) throw new Error(`A review needs a rating from 1 to 5: ${line}`);
      const age = ages.get(product) ?? 2;
      const daysAgo = createRandom(`${product} ${author}`).whole(0, age - 1);
      return { product, author, rating, title, text, locale, daysAgo };
    });
}

/** No review is older than its product. */
export const demoReviews: DemoReview[] = [...read(russian, "ru"), ...read(english, "en")];
