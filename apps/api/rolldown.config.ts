import { defineConfig } from "rolldown";

/** One bundle per process and thread, the workspace's and its libraries' code in it; sharp has native parts and stays outside. */
export default defineConfig({
  input: {
    main: "src/main.ts",
    worker: "src/worker-main.ts",
    shop: "src/shop.ts",
    "password-thread": "src/auth/password-thread.ts",
  },
  platform: "node",
  external: ["sharp", "pg-native"],
  output: { dir: "dist", format: "esm", minify: false, sourcemap: true, cleanDir: true },
});
