import type { IRegularForbiddenRuleType } from "dependency-cruiser";
import { domains } from "#domains";

const anyOf = (names: readonly string[]) => `(?:${names.join("|")})`;

const rooms = Object.keys(domains);
const FLOORS = "packages/(?:domain|db|api-contract)/src";
const TESTS = [String.raw`\.(?:test|suite|fake)\.tsx?$`, String.raw`/testing[a-z-]*\.tsx?$`];
const CONFIGS = String.raw`\.config\.ts$`;
const HALLWAY = String.raw`^apps/api/src/(?:trpc|context)\.ts$`;
const COMPOSERS = ["^apps/web/src/(?:routes|admin|locales)/", "^apps/api/src/shop/"];
const FRONT_DOOR = "Enter a room by its index.ts: export there what others need, or ask the room's service.";
const DOORS = [
  String.raw`^packages/[^/]+/src/[^/]+/(?:index|testing)\.ts$`,
  String.raw`^packages/db/src/core/embedded\.ts$`,
];
const npm = (...names: string[]) => `node_modules/${anyOf(names)}/`;

function rule(
  name: string,
  comment: string,
  { from, to }: Pick<IRegularForbiddenRuleType, "from" | "to">,
): IRegularForbiddenRuleType {
  return { name, comment, severity: "error", from, to };
}

const roomArrows = rooms.map((room) => {
  const known = domains[room] ?? [];
  const strangers = rooms.filter((other) => other !== room && !known.includes(other));
  return rule(
    `room-arrows:${room}`,
    `${room} may know ${known.join(", ") || "no other room"}. Let the higher room ask, or publish an event; a new arrow is a line in tooling/architecture/domains.mjs and an ADR.`,
    {
      from: { path: `^(?:${FLOORS}|apps/api/src)/${room}/`, pathNot: TESTS },
      to: { path: `^${FLOORS}/${anyOf(strangers)}/` },
    },
  );
});

/** The laws of the house for dependency-cruiser; docs/resolving-violations.md explains each. */
export const rules: IRegularForbiddenRuleType[] = [
  ...roomArrows,
  rule(
    "on-the-map",
    "Every folder of a floor is a room: name it in tooling/architecture/domains.mjs (`pnpm new:domain` does).",
    {
      from: { path: `^${FLOORS}/[^/]+/`, pathNot: `^${FLOORS}/${anyOf([...rooms, "migrations"])}/` },
      to: {},
    },
  ),
  rule("front-door-only", FRONT_DOOR, {
    from: { path: "^(packages/(?:domain|db)/src/[^/]+/)" },
    to: { path: "^packages/(?:domain|db)/src/[^/]+/", pathNot: ["^$1", ...DOORS] },
  }),
  rule("front-door-only", FRONT_DOOR, {
    from: { pathNot: "^packages/(?:domain|db)/" },
    to: { path: "^packages/(?:domain|db)/src/[^/]+/", pathNot: DOORS },
  }),
  rule(
    "domain-is-pure",
    "The domain imports zod and itself: declare a port next to the rule, implement it in packages/db or apps/api.",
    {
      from: { path: "^packages/domain/src/", pathNot: TESTS },
      to: { pathNot: ["^packages/domain/src/", npm("zod")] },
    },
  ),
  rule("contract-sees-domain", "The contract selects from the domain's schemas and knows nothing else of the house.", {
    from: { path: "^packages/api-contract/src/", pathNot: TESTS },
    to: { pathNot: ["^packages/(?:api-contract|domain)/src/", npm("zod", "@trpc/client", "@trpc/server")] },
  }),
  rule("db-sees-domain", "packages/db implements the domain's ports and knows no floor but the domain.", {
    from: { path: "^packages/db/src/" },
    to: { path: "^(?:packages|apps|tooling|scripts|e2e|bench|examples)/", pathNot: "^packages/(?:db|domain)/" },
  }),
  rule(
    "web-sees-contract",
    "The web knows the shop by its contract: select what a page needs in packages/api-contract.",
    {
      from: { path: "^apps/web/src/" },
      to: {
        path: ["^(?:packages|apps|tooling|scripts|e2e|bench|examples)/", npm("kysely", "pg")],
        pathNot: "^(?:apps/web|packages/api-contract)/",
      },
    },
  ),
  rule("api-stands-alone", "The API serves the web's build and never imports its sources.", {
    from: { path: "^(?:apps/api|tooling|scripts)/" },
    to: { path: "^apps/web/src/" },
  }),
  rule(
    "app-rooms-apart",
    "In an app a room imports core and the hallway (`#trpc.ts`, `#context.ts`); what composes rooms lies at the root of src, in routes/, admin/ or shop/.",
    {
      from: { path: "^apps/([^/]+)/src/([^/]+)/", pathNot: [...TESTS, ...COMPOSERS] },
      to: { path: "^apps/$1/src/", pathNot: ["^apps/$1/src/(?:$2|core)/", HALLWAY] },
    },
  ),
  rule(
    "migrations-stand-alone",
    "A migration is history: it imports kysely alone, so that changing the shop never changes the past.",
    {
      from: { path: String.raw`^packages/db/src/migrations/\d` },
      to: { pathNot: npm("kysely") },
    },
  ),
  rule("tests-stay-outside", "Fakes, suites and builders are for tests: move what the shop needs out of testing.ts.", {
    from: { path: "^(?:packages|apps)/", pathNot: [...TESTS, CONFIGS] },
    to: { path: [...TESTS, npm("vitest", "fast-check")] },
  }),
  rule("no-circles", "Two files that need each other are one file, or a third one that both need.", {
    from: { path: "^(?:packages|apps|tooling)/" },
    to: { circular: true },
  }),
  rule(
    "resolves",
    "This import leads nowhere: the file is gone, or the package is not among this floor's dependencies.",
    {
      from: { pathNot: CONFIGS },
      to: { couldNotResolve: true, pathNot: String.raw`^virtual:|^tanstack-start-|^#tanstack-|\?` },
    },
  ),
];
