import type { TRPCBuiltRouter, TRPCDefaultErrorShape, TRPCMutationProcedure, TRPCQueryProcedure } from "@trpc/server";
import type * as z from "zod";

type Schemas = { input: z.ZodType; output: z.ZodType };
type Wire<E extends Schemas> = { input: z.input<E["input"]>; output: z.output<E["output"]>; meta: object };

/** Declares a read. */
export const query = <E extends Schemas>(endpoint: E) => ({ ...endpoint, type: "query" as const });
/** Declares a write. */
export const mutation = <E extends Schemas>(endpoint: E) => ({ ...endpoint, type: "mutation" as const });

/** The procedures that a router of this contract must have; routers write `satisfies Endpoints<typeof xContract>`. */
export type Endpoints<Contract> = {
  [Name in keyof Contract]: Contract[Name] extends Schemas
    ? Contract[Name] extends { type: "query" }
      ? TRPCQueryProcedure<Wire<Contract[Name]>>
      : TRPCMutationProcedure<Wire<Contract[Name]>>
    : Endpoints<Contract[Name]>;
};

/** The router type that clients see. */
export type RouterOf<Contract, Refusal> = TRPCBuiltRouter<
  {
    ctx: object;
    meta: object;
    transformer: false;
    errorShape: TRPCDefaultErrorShape & { data: { refusal: Refusal | null } };
  },
  Endpoints<Contract>
>;
