import { AsyncLocalStorage } from "node:async_hooks";

/** What the audit trail keeps of a request. */
interface Act {
  requestId: string;
  ip: string;
}

/** The request whose mutation is running, for the audit trail; nobody needs to pass it on. */
export const currentAct = new AsyncLocalStorage<Act>();
