import { hash } from "node:crypto";
import { initTRPC, TRPCError } from "@trpc/server";
import { busyOf } from "@vitrina/db/core";
import {
  assertFactor,
  assertRecent,
  Forbidden,
  type GrantablePermission,
  isInScope,
  may,
  networkOf,
  type Once,
  type Permission,
  type Principal,
  ScopeMissing,
  SignInRequired,
} from "@vitrina/domain/auth";
import {
  Busy,
  DomainError,
  IdempotencyKeyRequired,
  type LimitName,
  NotInBatch,
  RateLimited,
} from "@vitrina/domain/core";
import { refusalOf, toTrpcError } from "#errors.ts";
import type { Context } from "#context.ts";
import type { Services } from "#services.ts";
import { currentAct } from "#core/act.ts";
import { sealUnder } from "#core/seal.ts";

/**
 * How a mutation is made idempotent. `middleware`: the whole resolver runs inside one transaction under the key.
 * `resolver`: it calls `ctx.once` itself, to keep slow work such as password hashing out of the transaction.
 * `nature`: a repetition is harmless by the design of the use case.
 */
type Repetition = "middleware" | "resolver" | "nature";

/** What every procedure says of itself. */
export interface Meta {
  permission: Permission;
  signedIn: boolean;
  once: Repetition;
  recent: boolean;
}

/** A limit, and whom it counts. */
type Counted = readonly [limit: LimitName, whom: string];

/** The network a caller comes from, as limits count it. */
export const networkOfCaller = ({ ip }: Pick<Context, "ip">): string => networkOf(ip);

/** Counts the caller's network, as most limits do. */
export const byNetwork =
  (limit: LimitName & `${string}-by-network`) =>
  (ctx: Context): Counted[] => [[limit, networkOfCaller(ctx)]];

interface Options {
  once?: Repetition;
  /** Only for people who proved within the last 15 minutes who they are. */
  recent?: boolean;
  /** What each call counts against, ahead of the transaction and of the batch's refusal (T-15). */
  limits?: (ctx: Context) => readonly Counted[];
  /** Runs on each answer, a replayed one too: moves secrets out of the body into cookies. */
  deliver?: (ctx: Context, answer: unknown) => unknown;
}

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    isDev: false,
    sse: {
      ping: { enabled: true, intervalMs: 20_000 },
      maxDurationMs: 900_000,
      client: { reconnectAfterInactivityMs: 45_000 },
    },
    errorFormatter({ shape, error, ctx }) {
      const refusal = refusalOf(error);
      const { stack: _, ...data } = shape.data as typeof shape.data & { stack?: string };
      return {
        ...shape,
        message: refusal?.code ?? (error.code === "INTERNAL_SERVER_ERROR" ? "core.unexpected" : error.code),
        data: {
          ...data,
          requestId: ctx?.requestId ?? null,
          refusal: refusal ? { code: refusal.code, details: refusal.details } : null,
        },
      };
    },
  });

export const { router, createCallerFactory } = t;

const sha256 = (text: string) => hash("sha256", text);

/** Throws what the resolver threw, so that transactions see the original error. */
const unwrap = (error: TRPCError): never => {
  throw error.cause instanceof Error && !(error.cause.name === "ZodError") ? error.cause : error;
};

type Step = Parameters<Parameters<typeof t.middleware>[0]>[0];

/** What a refusal or a bug becomes on its way out; a bug, and a shop that is too busy, are written down here. */
function translated(error: unknown, { ctx, path }: Step): TRPCError {
  const cause = error instanceof TRPCError ? error.cause : error;
  const refusal = cause instanceof DomainError ? cause : busyOf(cause);
  if (refusal instanceof Busy) {
    const { code, message: reason } = cause as { code?: string; message: string };
    ctx.log.warn({ path, code, reason }, "too busy");
  }
  if (refusal instanceof Busy || refusal instanceof RateLimited)
    ctx.answerHeaders["retry-after"] = String(refusal.details.retryAfter);
  if (refusal) {
    ctx.refused(path, refusal.code);
    return toTrpcError(refusal);
  }
  const known = error instanceof TRPCError ? error : new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: error });
  if (known.code === "INTERNAL_SERVER_ERROR") ctx.log.error({ err: known.cause ?? known, path }, "procedure failed");
  return known;
}

/** @throws SessionRevoked @throws KeyRevoked */
export const assertLive = ({ auth, keys }: Services, principal: Principal): Promise<Principal> =>
  (principal.machine ? keys : auth).assertLive(principal);

/**
 * Whoever calls, a shopkeeper with the rights of this moment where rights matter; the writes of the others are checked in
 * their transaction.
 */
async function caller({ ctx: { principal, services }, type }: Step, permission: Permission): Promise<Principal | null> {
  // A key was looked up as the request came in.
  if (!principal || principal.machine || principal.role === "customer") return principal;
  // A token that fell behind is renewed, and its session ended, by what everybody may.
  if (may(null, permission) === "any") return principal;
  return principal.role === "custom" || type === "query" ? assertLive(services, principal) : principal;
}

/** Whether a shopkeeper has one more right, at this moment: the role may have lost it since the token was made. */
export const hasNow = async (
  { services, principal }: { services: Services; principal: Principal },
  permission: GrantablePermission,
): Promise<boolean> =>
  isInScope(principal, permission) && (await services.staff.rights(principal)).includes(permission);

/** Why this one may not. */
export function denied(principal: Principal | null, permission: Permission): DomainError {
  if (!principal) return new SignInRequired({});
  return isInScope(principal, permission) ? new Forbidden({}) : new ScopeMissing({ permission });
}

/** One more right, for a change that needs it beside that of its procedure. @throws Forbidden @throws ScopeMissing @throws FactorRequired */
export async function assertHas(ctx: Parameters<typeof hasNow>[0], permission: GrantablePermission): Promise<void> {
  if (!(await hasNow(ctx, permission))) throw denied(ctx.principal, permission);
  assertFactor(ctx.principal, permission);
}

async function guard(step: Step, { permission, signedIn, recent }: Meta): Promise<void> {
  const { ctx } = step;
  const scope = may(await caller(step, permission), permission);
  if (ctx.sessionFault && scope !== "any") throw ctx.sessionFault;
  if (!scope || (signedIn && !ctx.principal)) throw denied(ctx.principal, permission);
  if (step.type === "mutation" && ctx.principal) assertFactor(ctx.principal, permission);
  if (recent && ctx.principal?.machine) throw new Forbidden({});
  if (recent && ctx.principal) assertRecent(ctx.principal, ctx.now());
}

/** Names who calls, for idempotency: keys of different callers never meet. */
const callerOf = ({ principal, ...ctx }: Context): string =>
  (principal?.machine ? `key:${principal.machine.keyId}` : principal?.userId) ??
  (ctx.cartSecret ? `cart:${sha256(ctx.cartSecret)}` : "anonymous");

async function mutate({ ctx, next, path, getRawInput }: Step, { once: mode, permission }: Meta) {
  if (ctx.inBatch) throw new NotInBatch({});
  const key = ctx.idempotencyKey;
  if (!key) throw new IdempotencyKeyRequired({});
  if (mode === "nature") return next();
  const call = {
    principal: callerOf(ctx),
    operation: path,
    keyHash: sha256(key),
    // With what is not stored: a bare hash of a sign-in would let a copy of the database test passwords cheaply.
    requestHash: sha256(`${key} ${JSON.stringify(await getRawInput()) ?? ""}`),
    ...sealUnder(key, path),
  };
  const { principal, services } = ctx;
  const once: Once = (work) =>
    services.idempotency.once(call, async () => {
      // By the rights of this moment: a role may have lost this one since the guard looked.
      if (principal && !may(await assertLive(services, principal), permission)) throw denied(principal, permission);
      return work();
    });
  if (mode === "resolver") return next({ ctx: { once } });
  const data = await once(async () => {
    const result = await next();
    return result.ok ? result.data : unwrap(result.error);
  });
  // The shape of tRPC's own middleware result: a replayed answer has no `next()` to come from.
  return { ok: true as const, data, marker: "middlewareMarker" as never };
}

const NO_LIMITS = () => [];
const keep: NonNullable<Options["deliver"]> = (_, answer) => answer;

/** One step for all that every call has: each step of tRPC's own copies the whole context and waits a turn more. */
function procedure(
  permission: Permission,
  signedIn: boolean,
  { once = "middleware", recent = false, limits = NO_LIMITS, deliver = keep }: Options,
) {
  const meta = { permission, signedIn, once, recent };
  return t.procedure.meta(meta).use(async (step) => {
    try {
      await guard(step, meta);
      for (const [limit, whom] of limits(step.ctx)) await step.ctx.services.throttle.take(limit, whom);
      const result = await (step.type === "mutation"
        ? currentAct.run(step.ctx, () => mutate(step, meta))
        : step.next());
      if (!result.ok) throw result.error;
      return deliver === keep ? result : { ...result, data: deliver(step.ctx, result.data) };
    } catch (error) {
      throw translated(error, step);
    }
  });
}

/** For anyone the policy table allows, also nobody in particular. */
export const openProcedure = (permission: Permission, options: Options = {}) => procedure(permission, false, options);

/** For signed-in people the policy table allows. */
export const signedInProcedure = (permission: Permission, options: Options = {}) =>
  procedure(permission, true, options).use(({ ctx, next }) => {
    const principal: Principal | null = ctx.principal;
    if (!principal) throw new SignInRequired({});
    return next({ ctx: { principal } });
  });
