import type {
  TRPCBuiltRouter,
  TRPCDefaultErrorShape,
  TRPCMutationProcedure,
  TRPCQueryProcedure,
  TRPCSubscriptionProcedure,
} from "@trpc/server";
import type * as z from "zod";

type Schemas = { input: z.ZodType; output: z.ZodType };
type Wire<E extends Schemas> = { input: z.input<E["input"]>; output: z.output<E["output"]>; meta: object };
/** Each event has an id; the last one, given as `lastEventId`, is where a broken stream goes on. */
type Stream<E extends Schemas> = Omit<Wire<E>, "output"> & {
  output: AsyncIterable<{ id: string; data: z.output<E["output"]> }, void, unknown>;
};

/** Declares a read. */
export const query = <E extends Schemas>(endpoint: E) => ({ ...endpoint, type: "query" as const });
/** Declares a write. */
export const mutation = <E extends Schemas>(endpoint: E) => ({ ...endpoint, type: "mutation" as const });

/** Declares a stream of events; `output` is one of them. */
export const subscription = <E extends Schemas>(endpoint: E) => ({ ...endpoint, type: "subscription" as const });

/** The procedures that a router of this contract must have; routers write `satisfies Endpoints<typeof xContract>`. */
export type Endpoints<Contract> = {
  [Name in keyof Contract]: Contract[Name] extends Schemas
    ? Contract[Name] extends { type: "query" }
      ? TRPCQueryProcedure<Wire<Contract[Name]>>
      : Contract[Name] extends { type: "subscription" }
        ? TRPCSubscriptionProcedure<Stream<Contract[Name]>>
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
