import { createIsomorphicFn, getGlobalStartContext } from "@tanstack/react-start";
import { getRequest } from "@tanstack/react-start/server";
import { httpBatchLink, type TRPCLink } from "@trpc/client";
import type { AppRouter } from "@vitrina/api-contract";
import { browserLinks } from "#core/api.ts";
import type { WebRequestContext } from "#core/request-context.ts";
import { STRANGER, type Visitor } from "#core/visitor.ts";

/** Where and for whom a page is made. */
export interface Page {
  pathname: string;
  origin: string;
  visitor: Visitor;
  links: TRPCLink<AppRouter>[];
  nonce: string | undefined;
}

/** On the server from the request and what the API says of it; in the browser from the address bar. */
export const currentPage = createIsomorphicFn()
  .server((): Page => {
    const url = new URL(getRequest().url);
    const given: WebRequestContext | undefined = getGlobalStartContext();
    return {
      pathname: url.pathname,
      origin: given?.origin ?? url.origin,
      visitor: given?.visitor ?? STRANGER,
      links: [given?.trpcLink ?? httpBatchLink({ url: `${url.origin}/trpc`, maxItems: 10 })],
      nonce: given?.nonce,
    };
  })
  .client((): Page => ({
    pathname: window.location.pathname,
    origin: window.location.origin,
    visitor: STRANGER,
    links: browserLinks(),
    nonce: document.querySelector<HTMLMetaElement>("meta[property=csp-nonce]")?.content,
  }));
