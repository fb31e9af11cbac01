import type { LinkDraft, LinkKind, ProductLinks } from "./product-links.ts";

/** What a change of one product's links did to the links of another. */
export interface LinkBack {
  productId: string;
  kind: LinkKind;
  change: "added" | "removed";
}

export interface LinksReader {
  find(productId: string): Promise<ProductLinks | null>;
}

export interface LinksRepository extends LinksReader {
  /** As `find`; nobody else changes links until the transaction ends. */
  lock(productId: string): Promise<ProductLinks | null>;
  /** These and no others, with their links back; the versions of all lists that changed are one more. @throws NotFound */
  replace(productId: string, links: readonly LinkDraft[]): Promise<LinkBack[]>;
  /** Those with more than `limit` links of one kind. */
  overfull(productIds: readonly string[], limit: number): Promise<string[]>;
}
