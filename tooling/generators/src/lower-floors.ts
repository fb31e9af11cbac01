import type { Names } from "./names.ts";

type Files = Record<string, string>;

/** The room's files in packages/domain. */
export function domainFiles({ room, key, Room, thing, Thing, variable }: Names): Files {
  const folder = `packages/domain/src/${room}`;
  return {
    [`${folder}/index.ts`]: `export * from "./${thing}.ts";
export * from "./${room}.errors.ts";
export * from "./${room}.repository.ts";
export * from "./${room}.service.ts";
`,
    [`${folder}/${thing}.ts`]: `import * as z from "zod";
import { Id } from "@vitrina/domain/core";

export const ${Thing} = z.object({ id: Id, name: z.string().trim().min(1).max(200) });
export type ${Thing} = z.infer<typeof ${Thing}>;

export const ${Thing}Draft = ${Thing}.pick({ name: true }).strict();
export type ${Thing}Draft = z.infer<typeof ${Thing}Draft>;
`,
    [`${folder}/${room}.errors.ts`]: `import { DomainError } from "@vitrina/domain/core";

export class ${Thing}NameTaken extends DomainError<{ name: string }> {
  readonly kind = "conflict";
  readonly code = "${room}.name-taken";
}
`,
    [`${folder}/${room}.repository.ts`]: `import type { ${Thing} } from "./${thing}.ts";

export interface ${Room}Repository {
  /** By name. */
  list(): Promise<${Thing}[]>;
  /** False, and no change, when the name is taken. */
  add(${variable}: ${Thing}): Promise<boolean>;
}
`,
    [`${folder}/${room}.service.ts`]: `import type { NewId, Transact } from "@vitrina/domain/core";
import type { ${Thing}, ${Thing}Draft } from "./${thing}.ts";
import { ${Thing}NameTaken } from "./${room}.errors.ts";
import type { ${Room}Repository } from "./${room}.repository.ts";

interface Dependencies {
  ${key}: Pick<${Room}Repository, "list">;
  transact: Transact<{ ${key}: ${Room}Repository }>;
  newId: NewId;
}

export function create${Room}Service({ ${key}, transact, newId }: Dependencies) {
  return {
    list: ${key}.list,

    /** @throws ${Thing}NameTaken */
    add: ({ name }: ${Thing}Draft): Promise<${Thing}> =>
      transact(async (scope) => {
        const ${variable} = { id: newId(), name };
        if (!(await scope.${key}.add(${variable}))) throw new ${Thing}NameTaken({ name });
        return ${variable};
      }),
  };
}
export type ${Room}Service = ReturnType<typeof create${Room}Service>;
`,
    [`${folder}/testing.ts`]: `import type { ${Thing} } from "./${thing}.ts";
import type { ${Room}Repository } from "./${room}.repository.ts";

/** ${Room} in memory. */
export function fake${Room}(): ${Room}Repository {
  const all: ${Thing}[] = [];
  return {
    list: async () => all.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    async add(${variable}) {
      if (all.some(({ name }) => name === ${variable}.name)) return false;
      all.push(${variable});
      return true;
    },
  };
}
`,
    [`${folder}/${room}.test.ts`]: `import { expect, test } from "vitest";
import { ${Thing}NameTaken } from "./${room}.errors.ts";
import { create${Room}Service } from "./${room}.service.ts";
import { fake${Room} } from "./testing.ts";

function shop() {
  const ${key} = fake${Room}();
  let count = 0;
  return create${Room}Service({ ${key}, transact: (work) => work({ ${key} }), newId: () => \`id-\${(count += 1)}\` });
}

test("the shopkeeper finds what was added, by name", async () => {
  const ${key} = shop();

  await ${key}.add({ name: "Second" });
  await ${key}.add({ name: "First" });

  expect(await ${key}.list()).toMatchObject([{ name: "First" }, { name: "Second" }]);
});

test("two of the same name cannot be told apart, so the second is refused", async () => {
  const ${key} = shop();
  await ${key}.add({ name: "First" });

  await expect(${key}.add({ name: "First" })).rejects.toThrow(${Thing}NameTaken);
});
`,
  };
}

/** The room's files in packages/db, without its migration. */
export function dbFiles({ room, key, Room, Thing, variable }: Names): Files {
  const folder = `packages/db/src/${room}`;
  return {
    [`${folder}/index.ts`]: `export { create${Room}Repository } from "./${room}.repository.ts";
export type { ${Room}Tables } from "./${room}.tables.ts";
`,
    [`${folder}/${room}.tables.ts`]: `import type { ${Thing} } from "@vitrina/domain/${room}";

export interface ${Room}Tables {
  "${key}.${variable}": {
    id: ${Thing}["id"];
    name: ${Thing}["name"];
  };
}
`,
    [`${folder}/${room}.repository.ts`]: `import type { ${Room}Repository } from "@vitrina/domain/${room}";
import type { Kysely } from "kysely";
import type { ${Room}Tables } from "./${room}.tables.ts";

export const create${Room}Repository = (db: Kysely<${Room}Tables>): ${Room}Repository => ({
  list: () => db.selectFrom("${key}.${variable}").select(["id", "name"]).orderBy("name").execute(),

  async add(${variable}) {
    const added = await db
      .insertInto("${key}.${variable}")
      .values(${variable})
      .onConflict((conflict) => conflict.column("name").doNothing())
      .returning("id")
      .executeTakeFirst();
    return added !== undefined;
  },
});
`,
    [`${folder}/${room}.integration.test.ts`]: `import { randomUUID } from "node:crypto";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { create${Room}Repository } from "./${room}.repository.ts";
import type { ${Room}Tables } from "./${room}.tables.ts";

const database = testDatabase<${Room}Tables>();

test("of ten shopkeepers who take a name at once, one gets it", async () => {
  const ${variable}s = create${Room}Repository(database.db);

  const added = await Promise.all(Array.from({ length: 10 }, () => ${variable}s.add({ id: randomUUID(), name: "Only" })));

  expect(added.filter(Boolean)).toHaveLength(1);
  expect(await ${variable}s.list()).toMatchObject([{ name: "Only" }]);
});
`,
  };
}

/** What the room's first migration does. */
export const migrationText = ({ schema, table }: Names): string => `import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql\`
    create schema ${schema};

    create table ${schema}.${table} (
      id uuid constraint ${table}_pk primary key,
      name text not null constraint ${table}_name unique check (char_length(name) between 1 and 200)
    );
  \`.execute(db);
}
`;
