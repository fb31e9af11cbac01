import { createIsomorphicFn, getGlobalStartContext } from "@tanstack/react-start";
import { getRequest } from "@tanstack/react-start/server";
import type { TRPCLink } from "@trpc/client";
import type { AppRouter } from "@vitrina/api-contract";
import { browserLinks } from "#core/api.ts";
import { type HelpLink, NO_HELP } from "#core/help.ts";
import type { WebRequestContext } from "#core/request-context.ts";
import { askForContext } from "#core/dev-context.ts";
import { STRANGER, type Visitor } from "#core/visitor.ts";

/** Where and for whom a page is made. */
export interface Page {
  pathname: string;
  origin: string;
  visitor: Visitor;
  help: HelpLink;
  links: TRPCLink<AppRouter>[];
  nonce: string | undefined;
}

/** On the server from the request and what the API says of it; in the browser from the address bar. */
export const currentPage = createIsomorphicFn()
  .server(async (): Promise<Page> => {
    const request = getRequest();
    const { pathname } = new URL(request.url);
    const given: WebRequestContext | undefined = getGlobalStartContext();
    const context = import.meta.env.DEV ? await askForContext(request) : given;
    if (!context) throw new Error("A page needs the context of its request: fetch(request, { context })");
    return {
      pathname,
      origin: context.origin,
      visitor: context.visitor,
      help: context.help,
      links: [context.trpcLink],
      nonce: given?.nonce,
    };
  })
  .client(async (): Promise<Page> => ({
    pathname: window.location.pathname,
    origin: window.location.origin,
    visitor: STRANGER,
    help: NO_HELP,
    links: browserLinks(),
    nonce: document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.content,
  }));
