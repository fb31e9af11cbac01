import { AsyncLocalStorage } from "node:async_hooks";
import type { Context } from "#context.ts";

/** The request whose mutation is running, for the audit trail; nobody needs to pass it on. */
export const currentAct = new AsyncLocalStorage<Pick<Context, "requestId" | "ip">>();
