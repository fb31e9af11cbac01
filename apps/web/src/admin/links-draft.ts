import type { inferOutput } from "@trpc/tanstack-react-query";
import type { ProductRow } from "#admin/product-model.ts";
import type { Api } from "#core/api.ts";

export type Links = inferOutput<Api["catalog"]["links"]["get"]>;
export type ProductLink = Links["links"][number];
export type LinkKind = ProductLink["kind"];

export const LINK_KINDS = ["related", "accessory", "replacement"] as const satisfies LinkKind[];
/** Of each kind, as the shop takes them. */
export const MOST_LINKS = 24;

export const keyOf = ({ kind, targetId }: Pick<ProductLink, "kind" | "targetId">): string => `${kind} ${targetId}`;

export const linkTo = ({ id, name, slug, status, picture }: ProductRow, kind: LinkKind): ProductLink => ({
  targetId: id,
  kind,
  mutual: false,
  name,
  slug,
  status,
  picture,
});

/** As the shop takes them, in their order. */
export const linksToSave = (links: readonly ProductLink[]) =>
  links.map(({ targetId, kind, mutual }) => ({ targetId, kind, mutual }));
