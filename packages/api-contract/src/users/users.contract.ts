import { Profile } from "@vitrina/domain/users";
import * as z from "zod";
import { query } from "#core/endpoint.ts";
import { customersContract } from "#users/customers.contract.ts";

export const usersContract = {
  /** The signed-in person, or null for a guest: the header asks this on every page. */
  me: query({ input: z.void(), output: Profile.nullable() }),
  /** The signed-in person; refused for a guest. */
  profile: query({ input: z.void(), output: Profile }),
  customers: customersContract,
};
