import { readFile } from "node:fs/promises";
import path from "node:path";
import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";
import { drawDataModel } from "./core/diagram.ts";
import { readSchema } from "./core/live-schema.ts";
import { writeLiveTypes } from "./core/live-types.ts";

const { dirname } = import.meta;
const database = testDatabase<unknown>();

test("the data model in docs is the schema of today (else run pnpm db diagram)", async () => {
  const drawn = await readFile(path.join(dirname, "..", "..", "..", "docs", "data-model.md"), "utf8");

  expect(drawn).toBe(drawDataModel(await readSchema(database.db)));
});

test("the live types are the schema of today (else run pnpm db diagram)", async () => {
  const written = await readFile(path.join(dirname, "live-types.gen.ts"), "utf8");

  expect(written).toBe(writeLiveTypes(await readSchema(database.db)));
});
