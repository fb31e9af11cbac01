import type { Review, ReviewsQuery, ReviewsRepository } from "@vitrina/domain/reviews";
import type { Kysely, Selectable } from "kysely";
import type { ReviewsTables } from "./reviews.tables.ts";

const STARS = ["stars1", "stars2", "stars3", "stars4", "stars5"] as const;

const SHOWN = ["id", "author", "rating", "title", "body", "locale", "orderId", "createdAt"] as const;

const present = ({
  orderId,
  createdAt,
  ...review
}: Pick<Selectable<ReviewsTables["reviews.review"]>, (typeof SHOWN)[number]>): Review => ({
  ...review,
  verified: orderId !== null,
  createdAt: createdAt.toISOString(),
});

export const createReviewsRepository = (db: Kysely<ReviewsTables>): ReviewsRepository => ({
  async list(query) {
    const rows = await pageOf(db, query).select(SHOWN).limit(query.limit).execute();
    return rows.map(present);
  },

  async listBy(userId, limit) {
    const rows = await db
      .selectFrom("reviews.review")
      .select(SHOWN)
      .where("userId", "=", userId)
      .orderBy("createdAt", "desc")
      .orderBy("id", "desc")
      .limit(limit)
      .execute();
    return rows.map(present);
  },

  async starCounts(productId) {
    const row = await db
      .selectFrom("reviews.aggregate")
      .select(STARS)
      .where("productId", "=", productId)
      .executeTakeFirst();
    return row ? [row.stars1, row.stars2, row.stars3, row.stars4, row.stars5] : [0, 0, 0, 0, 0];
  },

  async isWritten(productId, userId) {
    const row = await db
      .selectFrom("reviews.review")
      .select("id")
      .where("productId", "=", productId)
      .where("userId", "=", userId)
      .executeTakeFirst();
    return row !== undefined;
  },

  async add(review) {
    const added = await db
      .insertInto("reviews.review")
      .values(review)
      .onConflict((conflict) => conflict.constraint("review_once_per_buyer").doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!added) return false;
    const stars = STARS[review.rating - 1];
    if (!stars) throw new RangeError(`A review has one to five stars, not ${review.rating}.`);
    await db
      .insertInto("reviews.aggregate")
      .values({ productId: review.productId, [stars]: 1 })
      .onConflict((conflict) =>
        conflict.column("productId").doUpdateSet((eb) => ({ [stars]: eb(`reviews.aggregate.${stars}`, "+", 1) })),
      )
      .execute();
    return true;
  },
});

function pageOf(db: Kysely<ReviewsTables>, { productId, rating, sort, after }: ReviewsQuery) {
  let page = db.selectFrom("reviews.review").where("productId", "=", productId).where("status", "=", "published");
  if (rating !== undefined) page = page.where("rating", "=", rating);
  if (sort !== "newest") page = page.orderBy("rating", sort === "best" ? "desc" : "asc");
  if (after) {
    page = page.where((eb) => {
      const older = eb(eb.refTuple("createdAt", "id"), "<", eb.tuple(after.createdAt, after.id));
      if (sort === "newest") return older;
      const further = eb("rating", sort === "best" ? "<" : ">", after.rating);
      return eb.or([further, eb.and([eb("rating", "=", after.rating), older])]);
    });
  }
  return page.orderBy("createdAt", "desc").orderBy("id", "desc");
}
