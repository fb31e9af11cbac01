import type { Names } from "./names.ts";

/** A line or two in a file that sums up the rooms. */
export interface Wiring {
  file: string;
  /** Undefined when the place for the line was not found. */
  edit(text: string): string | undefined;
  /** What to write by hand then. */
  byHand: string;
}

/** Where a new room is told to the rest of the house. */
export function wirings({ room, key, Room }: Names): Wiring[] {
  const property = room === key ? room : `"${room}"`;
  return [
    {
      file: "tooling/architecture/domains.mjs",
      edit: (text) => before(text, /^};/m, `  ${property}: ["core"],\n`),
      byHand: `add ${room} to the map`,
    },
    {
      file: "packages/domain/src/auth/policy.ts",
      edit: (text) =>
        before(
          text,
          /^} as const satisfies Record</m,
          `  "${room}:read": EVERYONE,\n  "${room}:write": SHOPKEEPERS,\n`,
        ),
      byHand: `add "${room}:read" and "${room}:write" to POLICY`,
    },
    {
      file: "packages/db/src/database.ts",
      edit: (text) =>
        afterImports(
          text.replace(/(interface Database\s+extends\s+)/, `$1${Room}Tables, `),
          `import type { ${Room}Tables } from "./${room}/index.ts";\n`,
        ),
      byHand: `let Database extend ${Room}Tables`,
    },
    {
      file: "packages/api-contract/src/contract.ts",
      edit: (text) =>
        afterImports(
          before(text, /^};/m, `  ${key}: ${key}Contract,\n`),
          `import { ${key}Contract } from "#${room}/${room}.contract.ts";\n`,
        ),
      byHand: `add ${key}Contract`,
    },
    {
      file: "packages/api-contract/src/refusal.ts",
      edit: (text) =>
        afterImports(
          text.replace(/(type Rooms =)/, `$1 typeof ${key} &`),
          `import type * as ${key} from "@vitrina/domain/${room}";\n`,
        ),
      byHand: `add typeof ${key} to Rooms, so that clients know its refusals`,
    },
    {
      file: "apps/api/src/router.ts",
      edit: (text) =>
        afterImports(
          before(text, /^}\);/m, `  ${key}: ${key}Router,\n`),
          `import { ${key}Router } from "#${room}/${room}.router.ts";\n`,
        ),
      byHand: `add ${key}Router`,
    },
    {
      file: "apps/api/src/services.ts",
      edit: (text) => compose(text, { room, key, Room }),
      byHand: `create the service from create${Room}Repository(db) and return it as ${key}`,
    },
  ];
}

function compose(text: string, { room, key, Room }: Pick<Names, "room" | "key" | "Room">): string | undefined {
  const repository = before(text, /^}\);/m, `  ${key}: create${Room}Repository(db),\n`);
  const service = `  const ${key} = create${Room}Service({ transact, ${key}: reading.${key}, newId: common.newId });\n`;
  const created = before(repository, /^ {2}return \{$/m, service)?.replace(/^ {2}return \{\n/m, `$&    ${key},\n`);
  return afterImports(
    created,
    `import { create${Room}Repository } from "@vitrina/db/${room}";\nimport { create${Room}Service } from "@vitrina/domain/${room}";\n`,
  );
}

function before(text: string | undefined, anchor: RegExp, line: string): string | undefined {
  const at = text?.search(anchor) ?? -1;
  return text === undefined || at < 0 ? undefined : text.slice(0, at) + line + text.slice(at);
}

function afterImports(text: string | undefined, line: string): string | undefined {
  const last = text
    ?.matchAll(/^import [^;]+;\n/gm)
    .toArray()
    .at(-1);
  if (text === undefined || !last) return undefined;
  const at = last.index + last[0].length;
  return text.slice(0, at) + line + text.slice(at);
}
