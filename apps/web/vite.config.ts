import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import { tanstackStart } from "@tanstack/react-start/plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { precompressed } from "./build/precompressed.ts";
import { scriptBudget } from "./build/script-budget.ts";
import { trpcFromSource } from "./build/trpc-from-source.ts";
import { withoutServerFunctions } from "./build/without-server-functions.ts";

const api = "http://127.0.0.1:3001";

export default defineConfig(({ command }) => ({
  plugins: [
    lingui({ macroTransform: true, failOnCompileError: true }),
    tailwindcss(),
    tanstackStart({ serverFns: { disableCsrfMiddlewareWarning: true } }),
    react(),
    withoutServerFunctions(),
    trpcFromSource(),
    precompressed(),
    scriptBudget({
      limit: 150 * 1024,
      pages: ["/routes/index.tsx", "/routes/catalog/$slug.tsx", "/routes/search.tsx", "/routes/p/$slug.tsx"],
      always: ["/locales/ru/shop.po"],
      never: /\/src\/(?:admin|users|routes\/(?:account|admin))\/|\/node_modules\/zod\//,
    }),
  ],
  resolve: {
    // Their stand-in for a hook that React has had since 18.
    alias: {
      "use-sync-external-store/shim/with-selector": "use-sync-external-store/with-selector",
      "use-sync-external-store/shim": "react",
    },
  },
  server: { proxy: { "/trpc": api, "/auth": api, "/media": api, "/inbox": api } },
  // From here on browsers know light-dark(), which must not be lowered: a part of a page may choose its own scheme.
  build: { assetsInlineLimit: 0, cssTarget: ["chrome123", "firefox120", "safari17.5"] },
  environments: {
    // The built server needs no packages beside it.
    ssr: { resolve: { noExternal: command === "build" || [] } },
    client: {
      build: {
        rolldownOptions: {
          treeshake: { moduleSideEffects: [{ test: /node_modules\/@trpc\//, sideEffects: false }] },
          output: {
            // React apart, so that no single script holds the page up; what most pages share in one file, but for what
            // only the pages behind the shop share.
            codeSplitting: {
              groups: [
                { name: "react", test: /node_modules\/(?:react|react-dom|scheduler)\//, priority: 2 },
                {
                  name: "shop",
                  test: /^(?!.*\/src\/(?:admin|auth|orders|users|core\/ui\/totals)\b)/,
                  minShareCount: 4,
                  priority: 1,
                },
              ],
            },
          },
        },
      },
    },
  },
}));
