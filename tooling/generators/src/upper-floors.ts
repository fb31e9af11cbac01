import type { Names } from "./names.ts";

type Files = Record<string, string>;

/** The room's contract, router and their test. */
export function wireFiles({ room, key, Thing }: Names): Files {
  return {
    [`packages/api-contract/src/${room}/${room}.contract.ts`]: `import { ${Thing}, ${Thing}Draft } from "@vitrina/domain/${room}";
import * as z from "zod";
import { mutation, query } from "#core/endpoint.ts";

export const ${key}Contract = {
  list: query({ input: z.void(), output: z.array(${Thing}) }),
  add: mutation({ input: ${Thing}Draft, output: ${Thing} }),
};
`,
    [`apps/api/src/${room}/${room}.router.ts`]: `import { contract, type Endpoints } from "@vitrina/api-contract";
import { openProcedure, router, signedInProcedure } from "#trpc.ts";

const { list, add } = contract.${key};

export const ${key}Router = router({
  list: openProcedure("${room}:read")
    .input(list.input)
    .output(list.output)
    .query(({ ctx }) => ctx.services.${key}.list()),

  add: signedInProcedure("${room}:write")
    .input(add.input)
    .output(add.output)
    .mutation(({ ctx, input }) => ctx.services.${key}.add(input)),
} satisfies Endpoints<typeof contract.${key}>);
`,
    [`apps/api/src/${room}/${room}.integration.test.ts`]: `import { expect, test } from "vitest";
import { testShop } from "#testing.ts";

const shop = testShop();

test("what the shopkeeper adds, every visitor sees", async () => {
  const staff = await shop.signedIn("staff");

  const first = await staff.${key}.add({ name: "First" });

  expect(await shop.guest().${key}.list()).toEqual([first]);
});

test("a customer cannot add one", async () => {
  const customer = await shop.signedIn("customer");

  await expect(customer.${key}.add({ name: "Mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
`,
  };
}

/** The page that tells how far the room is. */
export function documentFiles({ room, Room }: Names): Files {
  return {
    [`docs/use-cases/${room}.md`]: `# ${Room}: use cases

State: **works** (with its failure outcomes and tests), **thin** (the main path works, what is missing is said), **open**.
Tests: D = \`packages/domain/src/${room}\`, B = \`packages/db/src/${room}\`.

| Id | Promise | State | Proven by |
|---|---|---|---|
| – | A shopkeeper adds one by name; two of the same name are refused | thin: no page for it | D \`${room}.test.ts\`, B \`${room}.integration.test.ts\` |
`,
  };
}
