import { CategoryNode } from "@vitrina/domain/catalog";
import * as z from "zod";
import { query } from "#core/endpoint.ts";

export const catalogContract = {
  /** The whole tree of categories that have published products, parents before children, at most 500. */
  categories: query({ input: z.void(), output: z.array(CategoryNode).max(500) }),
};
