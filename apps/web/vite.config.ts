import { lingui } from "@lingui/vite-plugin";
import tailwindcss from "@tailwindcss/vite";
import { tanstackStart } from "@tanstack/react-start/plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { precompressed } from "./build/precompressed.ts";
import { withoutServerFunctions } from "./build/without-server-functions.ts";

const api = "http://127.0.0.1:3001";

export default defineConfig({
  plugins: [
    lingui({ macroTransform: true, failOnCompileError: true }),
    tailwindcss(),
    tanstackStart({ serverFns: { disableCsrfMiddlewareWarning: true } }),
    react(),
    withoutServerFunctions(),
    precompressed(),
  ],
  server: { proxy: { "/trpc": api, "/auth": api, "/media": api } },
  build: { assetsInlineLimit: 0 },
});
