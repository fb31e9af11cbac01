import { expect, test } from "vitest";
import * as z from "zod";
import { contract } from "./contract.ts";

interface Endpoint {
  input: z.ZodType;
}
const endpoints = (node: object, prefix = ""): [path: string, input: z.ZodType][] =>
  Object.entries(node).flatMap(([name, value]: [string, object]) =>
    "input" in value
      ? [[prefix + name, (value as Endpoint).input] as [string, z.ZodType]]
      : endpoints(value, `${prefix}${name}.`),
  );

/** Milliseconds for which a process may be busy with one text; other requests wait so long. */
const LAG = 50;
/** Texts that have held up parsers, each of 50,000 characters. */
const HOSTILE = [
  "a",
  "a@",
  "1",
  " ",
  "a.",
  "-",
  "%",
  "\u0301",
  "0x",
  "+7 ",
  "ﬃ",
  "\u200d",
  "()",
  "\t\n",
  "A1-",
  '"',
].map((text) => text.repeat(50_000 / text.length));

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
}

/** An input with that text wherever a text may be; undefined where none may. */
function filled({ type, properties, items, anyOf, oneOf }: JsonSchema, text: string): unknown {
  const options = anyOf ?? oneOf;
  if (options) return options.map((option) => filled(option, text)).find((value) => value !== undefined);
  if (type === "string") return text;
  if (type === "array") return items && [filled(items, text)];
  if (!properties) return undefined;
  const inside = Object.entries(properties).map(([name, schema]) => [name, filled(schema, text)] as const);
  return Object.fromEntries(inside.filter(([, value]) => value !== undefined));
}

/** The shortest of three, so that only the text's own work counts on a busy machine. */
function busyWith(work: () => unknown): number {
  const times = Array.from({ length: 3 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return Math.min(...times);
}

const schemaOf = (input: z.ZodType) => z.toJSONSchema(input, { io: "input", unrepresentable: "any" }) as JsonSchema;

const taking = endpoints(contract).filter(([, input]) => JSON.stringify(filled(schemaOf(input), "x"))?.includes("x"));

test("most procedures take a text", () => {
  expect(taking.length).toBeGreaterThan(40);
});

test.each(taking)("%s is done with 50 kB in each of its texts within 50 ms (T-22)", (_, input) => {
  const schema = schemaOf(input);
  for (const text of HOSTILE) {
    const value = filled(schema, text);
    expect(
      busyWith(() => input.safeParse(value)),
      JSON.stringify(text.slice(0, 6)),
    ).toBeLessThan(LAG);
  }
});
