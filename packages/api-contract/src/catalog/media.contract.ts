import { MediaChange, ProductMedia } from "@vitrina/domain/catalog";
import { Id } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

/** The pictures of products (CAT-05); a new one is sent to `POST /upload/picture` first, as bytes. */
export const mediaContract = {
  get: query({ input: z.strictObject({ productId: Id }), output: ProductMedia }),
  /** Refused `core.stale-version`, `catalog.media-gone`. */
  save: mutation({ input: MediaChange, output: ProductMedia }),
};
