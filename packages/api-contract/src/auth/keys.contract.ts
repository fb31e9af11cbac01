import { GrantablePermission, KeyDraft, KeyFacts } from "@vitrina/domain/auth";
import { Id } from "@vitrina/domain/core";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

export const keysContract = {
  /** The caller's keys, or everybody's for whoever gives roles; `held` are the scopes that the caller can give. */
  list: query({
    input: z.void(),
    output: z.object({ keys: z.array(KeyFacts), held: z.array(GrantablePermission) }),
  }),
  /** `secret` is told this once: programs send it as `Authorization: Bearer vtr_…`. */
  create: mutation({ input: KeyDraft, output: z.object({ id: Id, secret: z.string() }) }),
  revoke: mutation({ input: z.strictObject({ id: Id }), output: z.object({}) }),
};
