import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

const rooms = (...names: string[]) => names.map((name) => `<rootDir>/src/${name}`);

/** The back office never loads in the shop; `account` comes with the pages behind the cart. */
const ADMIN = rooms("admin/**", "routes/admin/**");
const ACCOUNT = rooms(
  "core/explain-wait.ts",
  ...[
    "auth",
    "core/address",
    "orders",
    "users",
    "routes/account",
    "routes/email",
    "routes/notice",
    "routes/order",
    "routes/reset",
  ].map((folder) => `${folder}/**`),
  ...["cart", "checkout", "invite", "sign-in", "sign-up", "verify"].map((page) => `routes/${page}.tsx`),
);

export default defineConfig({
  sourceLocale: "en",
  runtimeConfigModule: { Trans: ["#core/trans.tsx", "Trans"] },
  locales: ["ru", "en"],
  catalogs: [
    { path: "<rootDir>/src/locales/{locale}/admin", include: ADMIN },
    { path: "<rootDir>/src/locales/{locale}/account", include: ACCOUNT },
    { path: "<rootDir>/src/locales/{locale}/shop", include: ["<rootDir>/src"], exclude: [...ADMIN, ...ACCOUNT] },
  ],
  format: formatter({ lineNumbers: false, origins: true }),
  orderBy: "origin",
});
