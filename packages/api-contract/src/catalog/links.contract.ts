import { LinksChange, ProductLinks } from "@vitrina/domain/catalog";
import { Id } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

/** Links from one product to others (CAT-12). */
export const linksContract = {
  get: query({ input: z.strictObject({ productId: Id }), output: ProductLinks }),
  /** Refused `core.stale-version`, `catalog.self-link`, `catalog.link-limit-reached`. */
  save: mutation({ input: LinksChange, output: ProductLinks }),
};
