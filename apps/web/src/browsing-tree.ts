import { createRoute, redirect } from "@tanstack/react-router";
import { Route as root } from "./routes/__root.tsx";
import { Route as cart } from "./routes/cart.tsx";
import { Route as category } from "./routes/catalog/$slug.tsx";
import { Route as collection } from "./routes/collection/$slug.tsx";
import { Route as home } from "./routes/index.tsx";
import { Route as product } from "./routes/p/$slug.tsx";
import { Route as search } from "./routes/search.tsx";
import type { FileRouteTypes, routeTree as wholeTree } from "./routeTree.gen.ts";

const BROWSED = /^\/(?:(?:catalog|collection)\/[^/]+|p\/[^/]+|search|cart)?\/?$/;

/** Whether the page at `pathname`, without locale, is one of those that `browsingTree` knows. */
export const isBrowsed = (pathname: string): boolean => BROWSED.test(pathname);

/** What the types of links are made of: every page, of which the first script leaves out most. */
type Children = NonNullable<(typeof wholeTree)["children"]>;

const getParentRoute = () => root;
const at = (path: string) => ({ id: path, path, getParentRoute }) as never;

/**
 * The pages that shoppers browse, which is all that their first script knows; any other address first asks for the
 * whole tree, and is then looked up anew. So a new page behind the shop costs those who browse it nothing.
 */
export const browsingTree = (completeTree: () => Promise<void>): typeof wholeTree =>
  root
    ._addFileChildren<Children>([
      home.update(at("/")),
      cart.update(at("/cart")),
      category.update(at("/catalog/$slug")),
      collection.update(at("/collection/$slug")),
      product.update(at("/p/$slug")),
      search.update(at("/search")),
      createRoute({
        getParentRoute,
        path: "$",
        beforeLoad: async ({ location: { pathname, search: asked, hash } }) => {
          await completeTree();
          throw redirect({ to: pathname, search: asked, hash, replace: true });
        },
      }),
    ] as never)
    ._addFileTypes<FileRouteTypes>();
