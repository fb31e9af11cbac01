import * as z from "zod";
import { DomainError, Id, LocalizedText, Slug, Version } from "@vitrina/domain/core";
import { ProductStatus } from "./product-state.ts";
import { Picture } from "./product.ts";

/** `related` stands beside the product, an `accessory` goes well with it, a `replacement` stands in for it. */
export const LinkKind = z.enum(["related", "accessory", "replacement"]);
export type LinkKind = z.infer<typeof LinkKind>;

/** Of each kind, from one product. */
export const MOST_LINKS = 24;
const MOST_OF_ALL = MOST_LINKS * LinkKind.options.length;

/** A link as staff set it; `mutual`: the other product leads back, and both links come and go together. */
const LinkDraft = z.strictObject({ targetId: Id, kind: LinkKind, mutual: z.boolean() });
export type LinkDraft = z.infer<typeof LinkDraft>;

export const ProductLink = z.object({
  ...LinkDraft.shape,
  name: LocalizedText,
  slug: Slug,
  status: ProductStatus,
  picture: Picture.nullable(),
});
export type ProductLink = z.infer<typeof ProductLink>;

/** All links from a product, those of a kind in their order. */
export const ProductLinks = z.object({
  productId: Id,
  version: Version,
  links: z.array(ProductLink).max(MOST_OF_ALL),
});
export type ProductLinks = z.infer<typeof ProductLinks>;

const keyOf = ({ kind, targetId }: LinkDraft) => `${kind} ${targetId}`;

/** All links as they should be; others go. What stands in for a product is not replaced by it in turn. */
export const LinksChange = z.strictObject({
  productId: Id,
  version: Version,
  links: z
    .array(LinkDraft)
    .max(MOST_OF_ALL)
    .refine((links) => new Set(links.map(keyOf)).size === links.length, "twice")
    .refine((links) => links.every(({ kind, mutual }) => !(mutual && kind === "replacement")), "one-way"),
});
export type LinksChange = z.infer<typeof LinksChange>;

/** A product does not lead to itself. */
export class SelfLink extends DomainError {
  readonly kind = "invalid";
  readonly code = "catalog.self-link";
}
/** More links of one kind than a product has, this one or (by a link back) those of `productIds`. */
export class LinkLimitReached extends DomainError<{ limit: number; productIds: string[] }> {
  readonly kind = "conflict";
  readonly code = "catalog.link-limit-reached";
}

/** @throws SelfLink @throws LinkLimitReached */
export function assertLinkable({ productId, links }: Pick<LinksChange, "productId" | "links">): void {
  if (links.some(({ targetId }) => targetId === productId)) throw new SelfLink({});
  const counts = Map.groupBy(links, ({ kind }) => kind).values();
  if ([...counts].some((ofKind) => ofKind.length > MOST_LINKS))
    throw new LinkLimitReached({ limit: MOST_LINKS, productIds: [productId] });
}
