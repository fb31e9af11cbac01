import type { Planted } from "./planted-imports.ts";

const domain = "packages/domain/src/cart";
const db = "packages/db/src/cart";
const web = "apps/web/src/cart";

/** Code that the linter must refuse; one complaint a file. */
export const forbiddenCode: Planted[] = [
  { rule: "vitrina/no-parent-import", file: `${domain}/parent.ts`, code: `export * from "../catalog/index.ts";` },
  {
    rule: "vitrina/no-parent-import",
    file: `${web}/parent.ts`,
    code: `export const probe = () => import("../core/api.ts");`,
  },
  { rule: "vitrina/pure-domain", file: `${domain}/date-now.ts`, code: `export const probe = () => Date.now();` },
  { rule: "vitrina/pure-domain", file: `${domain}/new-date.ts`, code: `export const probe = () => new Date();` },
  { rule: "vitrina/pure-domain", file: `${domain}/random.ts`, code: `export const probe = () => Math.random();` },
  { rule: "vitrina/pure-domain", file: `${domain}/crypto.ts`, code: `export const probe = () => crypto.randomUUID();` },
  { rule: "vitrina/pure-domain", file: `${domain}/process.ts`, code: `export const probe = () => process.pid;` },
  {
    rule: "vitrina/pure-domain",
    file: `${domain}/fetch.ts`,
    code: `export const probe = () => fetch("https://shop.example");`,
  },
  { rule: "vitrina/pure-domain", file: `${domain}/global.ts`, code: `export const probe = () => globalThis.crypto;` },
  {
    rule: "vitrina/pure-domain",
    file: `${domain}/timer.ts`,
    code: `export const probe = () => setTimeout(() => {}, 1);`,
  },
  { rule: "vitrina/env-in-one-place", file: `${db}/env.ts`, code: `export const probe = process.env["HOME"];` },
  { rule: "vitrina/env-in-one-place", file: `${web}/env.ts`, code: `export const { env } = process;` },
  {
    rule: "vitrina/env-in-one-place",
    file: `${db}/env-import.ts`,
    code: `export { probe };\nimport { env as probe } from "node:process";`,
  },
  { rule: "no-unused-vars", file: `${domain}/unused.ts`, code: `export {};\nconst probe = 1;` },
  {
    rule: "jsx-a11y/no-noninteractive-tabindex",
    file: `${web}/tab.tsx`,
    code: `export const Probe = () => <p tabIndex={0}>x</p>;`,
  },
  { rule: "import/no-default-export", file: `${domain}/default.ts`, code: `export default 1;` },
  {
    rule: "max-params",
    file: `${domain}/four.ts`,
    code: `export const probe = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d];`,
  },
  {
    rule: "no-restricted-imports",
    file: `${db}/raw-sql.ts`,
    code: `import { sql } from "kysely";\nexport const probe = sql\`\`;`,
  },
  {
    rule: "vitrina/zod-as-namespace",
    file: `${domain}/zod.ts`,
    code: `import { z } from "zod";\nexport const probe = z.string();`,
  },
  ...["@vitrina/db", "@vitrina/db/cart", "@vitrina/domain/cart", "@vitrina/api", "kysely", "pg"].map((name, index) => ({
    rule: "no-restricted-imports",
    file: `${web}/floor-${index}.ts`,
    code: `export type * from "${name}";`,
  })),
  ...[
    "sql.raw(name)",
    "sql.lit(name)",
    "sql.id(name)",
    "sql.ref(`cart.${name}`)",
    "sql.table(name)",
    "db.dynamic.ref(name)",
  ].map((call, index) => ({
    rule: "vitrina/constant-sql",
    file: `${db}/splice-${index}.ts`,
    code: `declare const db: { dynamic: { ref(name: string): string } };
declare const sql: Record<"raw" | "lit" | "id" | "ref" | "table", (name: string) => string>;
export const probe = (name: string) => [db, sql, ${call}];`,
  })),
  {
    rule: "vitrina/no-double-cast",
    file: `${db}/cast.ts`,
    code: `export const probe = (x: string) => x as unknown as number;`,
  },
  {
    rule: "vitrina/reasoned-exceptions",
    file: `${domain}/no-reason.ts`,
    code: `// oxlint-disable-next-line vitrina/pure-domain\nexport const probe = () => Date.now();`,
  },
  {
    rule: "vitrina/reasoned-exceptions",
    file: `${domain}/no-rule.ts`,
    code: `// oxlint-disable-next-line -- the whole line is fine\nexport const probe = () => Date.now();`,
  },
  {
    rule: "vitrina/reasoned-exceptions",
    file: `${domain}/ts-expect.ts`,
    code: `// @ts-expect-error\nexport const probe: number = "one";`,
  },
  { rule: "typescript/no-explicit-any", file: `${domain}/any.ts`, code: `export const probe = (x: any) => [x];` },
  {
    rule: "typescript/no-floating-promises",
    file: `${db}/floating.ts`,
    code: `export const probe = (save: () => Promise<void>) => {\n  save();\n};`,
  },
  {
    rule: "typescript/no-misused-promises",
    file: `${db}/misused.ts`,
    code: `export const probe = (ask: () => Promise<boolean>) => (ask() ? 1 : 2);`,
  },
  {
    rule: "typescript/switch-exhaustiveness-check",
    file: `${domain}/switch.ts`,
    code: `export function probe(state: "open" | "closed") {\n  switch (state) {\n    case "open":\n      return 1;\n  }\n  return 2;\n}`,
  },
  {
    rule: "import/no-cycle",
    file: `${domain}/hen.ts`,
    code: `import { egg } from "./egg.ts";\nexport const hen = () => [egg];`,
  },
  {
    rule: "import/no-cycle",
    file: `${domain}/egg.ts`,
    code: `import { hen } from "./hen.ts";\nexport const egg = () => [hen];`,
  },
];

/** The lawful neighbours of the above: the linter must let them be. */
export const lawfulCode: Omit<Planted, "rule">[] = [
  {
    file: `${domain}/lawful.ts`,
    code: `export const probe = (now: Date) => [new Date(now), Date.parse("2026-01-01"), Math.max(1, 2)];`,
  },
  { file: `${domain}/lawful.test.ts`, code: `export const probe = () => new Date();` },
  {
    file: `${domain}/reasoned.ts`,
    code: `// oxlint-disable-next-line vitrina/pure-domain -- this probe shows that a reason is accepted\nexport const probe = () => Date.now();`,
  },
  {
    file: "packages/db/src/migrations/0001_lawful.ts",
    code: `import { sql } from "kysely";\nexport const probe = sql\`\`;`,
  },
  {
    file: `${db}/lawful.ts`,
    code: `declare const sql: Record<"raw" | "ref", (name: string) => string>;
const COLUMNS = { price: "pricing.price", name: "catalog.name" } as const;
export const probe = (by: keyof typeof COLUMNS) => [sql.ref(COLUMNS[by]), sql.raw("asc"), sql.ref(by === "name" ? "a" : "b")];`,
  },
  {
    file: `${web}/lawful.ts`,
    code: `import * as z from "zod";\nexport const probe = [..."zod"].map(() => z.string());`,
  },
  { file: `${web}/scrolls.tsx`, code: `export const Probe = () => <div role="region" tabIndex={0} />;` },
  { file: "apps/api/src/env.ts", code: `export const probe = process.env["PORT"];` },
  { file: "scripts/lawful.ts", code: `export const probe = process.env["PATH"];` },
  { file: "apps/web/vite.config.ts", code: `export default {};` },
];
