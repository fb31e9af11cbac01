import type { TRPCLink } from "@trpc/client";
import type { AppRouter } from "@vitrina/api-contract";
import type { HelpLink } from "#core/help.ts";
import type { Visitor } from "#core/visitor.ts";

/** What the API hands to `fetch(request, { context })` of the built server for every page. */
export interface WebRequestContext {
  /** Calls procedures in process, as the principal of this request. */
  trpcLink: TRPCLink<AppRouter>;
  /** Of the Content-Security-Policy of this response. */
  nonce: string;
  /** Public address without a trailing slash, for canonical links. */
  origin: string;
  visitor: Visitor;
  help: HelpLink;
}

declare module "@tanstack/react-start" {
  interface Register {
    server: { requestContext: WebRequestContext };
  }
}
