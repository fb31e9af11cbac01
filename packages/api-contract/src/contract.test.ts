import { expect, test } from "vitest";
import * as z from "zod";
import { contract } from "./contract.ts";

interface Endpoint {
  type: "query" | "mutation" | "subscription";
  input: z.ZodType;
  output: z.ZodType;
}
const isEndpoint = (node: object): node is Endpoint => "input" in node && "output" in node;

const endpoints = (node: object, prefix = ""): [path: string, endpoint: Endpoint][] =>
  Object.entries(node).flatMap(([name, value]: [string, object]) =>
    isEndpoint(value) ? [[prefix + name, value] as [string, Endpoint]] : endpoints(value, `${prefix}${name}.`),
  );

/** What of a schema lets in more than somebody has thought of, by path. */
function faults(schema: z.core.$ZodType, path = "input"): string[] {
  const { def } = schema._zod as { def: z.core.$ZodTypeDef };
  const checks = (def.checks ?? []).map(({ _zod }) => _zod.def.check);
  const bounded = (name: string) => (checks.some((check) => check === name || check === "length_equals") ? [] : [path]);
  const inside = (inner: z.core.$ZodType, step: string) => faults(inner, `${path}${step}`);
  switch (def.type) {
    case "object": {
      const { shape, catchall } = def as z.core.$ZodObjectDef;
      const open = catchall?._zod.def.type === "never" ? [] : [`${path} takes unknown fields`];
      return [...open, ...Object.entries(shape).flatMap(([name, inner]) => inside(inner, `.${name}`))];
    }
    case "array":
      return [...bounded("max_length"), ...inside((def as z.core.$ZodArrayDef).element, "[]")];
    case "record": {
      const { valueType } = def as z.core.$ZodRecordDef;
      return inside(valueType, "{}");
    }
    case "string": {
      const { format } = def as { format?: string };
      return format === "uuid" || format === "datetime" ? [] : bounded("max_length");
    }
    case "number": {
      const within =
        schema instanceof z.ZodNumber && Number.isFinite(schema.minValue) && Number.isFinite(schema.maxValue);
      return within ? [] : [path];
    }
    case "union":
      return (def as z.core.$ZodUnionDef).options.flatMap((option) => inside(option, "|"));
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
    case "readonly":
    case "catch":
      return inside((def as z.core.$ZodOptionalDef).innerType, "");
    case "pipe": {
      const { in: entry, out } = def as z.core.$ZodPipeDef;
      return entry._zod.def.type === "transform" ? inside(out, "") : inside(entry, "");
    }
    case "enum":
    case "literal":
    case "boolean":
    case "void":
    case "undefined":
    case "null":
      return [];
    default:
      return [`${path} is of a kind nobody has thought of: ${def.type}`];
  }
}

test.each(endpoints(contract))("%s takes only what it names, each of it within bounds", (_, { input }) => {
  expect(faults(input)).toEqual([]);
});

test("the check sees an open object, an endless text, list and number", () => {
  const careless = z.object({ name: z.string(), tags: z.array(z.enum(["a"])), count: z.number() });

  expect(faults(careless)).toEqual(["input takes unknown fields", "input.name", "input.tags", "input.count"]);
});
