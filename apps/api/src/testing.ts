import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testDatabase } from "@vitrina/db/testing";
import { createRolesRepository, createStaffRepository } from "@vitrina/db/users";
import type { GrantablePermission } from "@vitrina/domain/auth";
import { SystemRole } from "@vitrina/domain/users";
import { beforeAll } from "vitest";
import { codeFor } from "#auth/testing-codes.ts";
import { createLog } from "#core/log.ts";
import type { Context } from "#context.ts";
import { appRouter } from "#router.ts";
import { createServices, type Services } from "#services.ts";
import { createCallerFactory, type Meta } from "#trpc.ts";

export const TEST_PASSWORD = "correct horse battery staple";
const folder = mkdtempSync(join(tmpdir(), "vitrina-test-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

export const testEnv = {
  APP_ENV: "test",
  AUTH_KEYS_FILE: join(folder, "keys.json"),
  ORDER_TOKEN_KEY: "order token key of the tests, long enough",
  PASSWORD_PEPPER: "password pepper of the tests, long enough",
  PUBLIC_URL: "http://localhost:3000",
  MEDIA_DIR: join(folder, "media"),
  UPLOADS_DIR: join(folder, "uploads"),
} as const;

const callersOf = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof callersOf>;

/**
 * The whole shop over a fresh database, without HTTP: `guest()` and `signedIn(role)` call its procedures as themselves.
 * Every mutation gets a new idempotency key unless `change` says otherwise. `clock.advance(ms)` moves the time.
 */
export function testShop(options?: Parameters<typeof testDatabase>[0]) {
  const database = testDatabase(options);
  const clock = fakeClock();
  let services: Services;
  beforeAll(async () => {
    services = await createServices({ db: database.db, env: testEnv, now: clock.now });
  });

  const contextOf = (change: Partial<Context>): Context => ({
    services,
    requestId: randomUUID(),
    log: createLog("silent"),
    now: clock.now,
    realm: "api",
    principal: null,
    sessionFault: null,
    cartSecret: null,
    refreshCookie: null,
    deviceMark: null,
    idempotencyKey: randomUUID(),
    once: (work) => work(),
    inBatch: false,
    locale: "en",
    ip: "203.0.113.7",
    userAgent: "vitest",
    https: false,
    setCookies: [],
    answerHeaders: {},
    refused: () => {},
    ...change,
  });
  const callerOf = (change: Partial<Context> = {}): Caller => {
    const ip = anAddress();
    return callersOf(() => contextOf({ ip, ...change }));
  };

  /**
   * An account of its own with a session, of a fixed role or of one with these permissions. Whoever works in the shop has
   * a second factor, unless told; its code of this moment and the next are not used up.
   */
  async function memberWithToken(role: SystemRole | GrantablePermission[], { factor = role !== "customer" } = {}) {
    const [kind, permissions] = typeof role === "string" ? [role, null] : [SystemRole.enum.customer, role];
    const email = `${kind}-${randomUUID()}@vitrina.example`;
    const account = { email, password: TEST_PASSWORD, name: `Test ${kind}`, locale: "en", role: kind } as const;
    const { id } = await services.auth.createUser(account);
    if (permissions) await giveOwnRole(id, permissions);
    const device = { realm: "api", uaLabel: "vitest", ipPrefix: "203.0.113.0/24" } as const;
    const { tokens, profile } = await services.auth.signIn({ email, password: TEST_PASSWORD }, device);
    const signedIn = { email, userId: profile.id, accessToken: tokens.accessToken };
    return factor ? { ...signedIn, ...(await enrol(tokens.accessToken)) } : { ...signedIn, secret: "" };
  }
  /** Sets up a second factor as its owner does. */
  async function enrol(accessToken: string) {
    const principal = await services.auth.authenticate(accessToken, "api");
    const { secret } = await services.auth.factor.begin(principal);
    const { tokens } = await services.auth.factor.confirm(principal, codeFor(secret, clock.now(), -1));
    return { secret, accessToken: tokens.accessToken };
  }
  /** The same; `principal` is what its token says, `secret` what its authenticator app knows. */
  async function member(...who: Parameters<typeof memberWithToken>) {
    const { email, accessToken, secret } = await memberWithToken(...who);
    return { email, secret, principal: await services.auth.authenticate(accessToken, "api") };
  }

  /** A role of its own, made of these permissions. */
  async function giveOwnRole(userId: string, permissions: GrantablePermission[]) {
    const roleId = randomUUID();
    const role = { id: roleId, name: `Role ${roleId}`, permissions, version: 1 };
    await createRolesRepository(database.db).add(role, clock.now());
    await createStaffRepository(database.db).assign(userId, { role: "custom", roleId });
  }

  return {
    database,
    clock,
    get services() {
      return services;
    },
    contextOf,
    callerOf,
    member,
    memberWithToken,
    /** Someone without an account, with or without a cart of their own. */
    guest: (cartSecret: string | null = randomBytes(16).toString("base64url")) => callerOf({ cartSecret }),
    signedIn: async (...who: Parameters<typeof member>) => callerOf({ principal: (await member(...who)).principal }),
  };
}
export type TestShop = ReturnType<typeof testShop>;

/** A clock that stands still until it is moved; begins at the real time so that database defaults agree. */
function fakeClock(start = new Date()) {
  let time = start.getTime();
  return {
    now: () => new Date(time),
    advance(milliseconds: number) {
      time += milliseconds;
    },
  };
}

/** Of a network that nobody else has, so that nobody's haste slows another one down. */
export const anAddress = (): string => `10.${randomInt(256)}.${randomInt(256)}.7`;

interface ProcedureFacts {
  type: "query" | "mutation" | "subscription";
  meta?: Partial<Meta>;
}

/** Every procedure by its path; at run time tRPC keeps them flat, whatever its types say. */
export const allProcedures = (): [path: string, facts: ProcedureFacts][] =>
  Object.entries(appRouter._def.procedures as object as Record<string, { _def: ProcedureFacts }>).map(
    ([path, { _def }]) => [path, _def],
  );

/** Calls the procedure at `path`. */
export function callAt(caller: Caller, path: string, input: unknown): Promise<unknown> {
  const procedure = path.split(".").reduce<unknown>((node, name) => (node as Record<string, unknown>)[name], caller);
  return (procedure as (input: unknown) => Promise<unknown>)(input);
}
