import { Id, Instant } from "@vitrina/domain/core";
import {
  CountedGroup,
  CustomerGroup,
  GroupDraft,
  GroupMember,
  GroupOfCustomer,
  GroupRule,
  MOST_OF_CUSTOMER,
} from "@vitrina/domain/users";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";
import { pageInput } from "#core/page.ts";

const Named = CustomerGroup.pick({ id: true, version: true }).strict();
const One = z.strictObject({ id: Id });

/** Groups of customers, by hand and by rule (USER-13). */
export const groupsContract = {
  list: query({ input: z.void(), output: z.array(CountedGroup).max(200) }),
  get: query({ input: One, output: CountedGroup }),
  /** How many customers a rule would let in now. */
  preview: query({ input: z.strictObject({ rule: GroupRule }), output: z.object({ customers: z.int() }) }),
  create: mutation({ input: GroupDraft, output: CountedGroup }),
  change: mutation({ input: GroupDraft.extend(Named.shape), output: CountedGroup }),
  remove: mutation({ input: Named, output: z.object({}) }),
  /** Asks the rule of everybody now; the worker does so by itself when something changes. */
  evaluate: mutation({ input: One, output: CountedGroup }),
  /** Who is in the group, now or later. `q`: a part of the name, or the beginning of the e-mail address. */
  members: query({
    input: One.extend({ q: z.string().trim().max(100).optional(), ...pageInput }),
    output: z.object({ members: z.array(GroupMember).max(25), nextCursor: z.string().nullable() }),
  }),
  /** Without `from` it begins now; without `until` it has no end. */
  addMember: mutation({
    input: z.strictObject({ groupId: Id, userId: Id, from: Instant.optional(), until: Instant.nullable().optional() }),
    output: z.object({}),
  }),
  /** By the id of a membership: it ends now. */
  endMembership: mutation({ input: One, output: z.object({}) }),
  /** What somebody is in, now or later. */
  ofCustomer: query({
    input: z.strictObject({ userId: Id }),
    output: z.object({ groups: z.array(GroupOfCustomer).max(MOST_OF_CUSTOMER) }),
  }),
};
