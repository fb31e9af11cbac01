import type { Plugin } from "vite";

/**
 * The browser talks to the shop by tRPC alone, so Start's own transport for server functions, 12 kB of a page's
 * 150 kB budget, stays out of its bundle.
 */
export const withoutServerFunctions = (): Plugin => ({
  name: "vitrina:without-server-functions",
  enforce: "pre",
  applyToEnvironment: ({ name }) => name === "client",
  load: {
    filter: { id: /start-client-core\/dist\/esm\/client-rpc\/createClientRpc\.js/ },
    handler: () => `export const createClientRpc = () => { throw new Error("There are no server functions."); };`,
  },
});
