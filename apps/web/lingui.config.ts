import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

/** The back office never loads in the shop. */
const ADMIN = ["<rootDir>/src/admin", "<rootDir>/src/routes/admin*"];

export default defineConfig({
  sourceLocale: "en",
  locales: ["ru", "en"],
  catalogs: [
    { path: "<rootDir>/src/locales/{locale}/admin", include: ADMIN },
    { path: "<rootDir>/src/locales/{locale}/shop", include: ["<rootDir>/src"], exclude: ADMIN },
  ],
  format: formatter({ lineNumbers: false, origins: true }),
  orderBy: "origin",
});
