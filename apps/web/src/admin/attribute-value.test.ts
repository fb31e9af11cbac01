import { expect, test } from "vitest";
import type { Attribute } from "#admin/attribute-model.ts";
import { controlOf, typedOf, valueOf, withTyped } from "#admin/attribute-value.ts";

const anAttribute = (code: string, type: Attribute["type"]): Attribute => ({
  code,
  name: {},
  unit: null,
  type,
  choices: [],
  filterable: null,
  version: 1,
});

test("what nobody touched stays as an import left it", () => {
  const values = { material: ["oak", "ash"], weight: "about 3 kg", label: { en: "New" } };
  const attributes = [anAttribute("material", "mixed"), anAttribute("weight", "number"), anAttribute("label", "text")];

  expect(withTyped({ attributes, values, typed: {} })).toEqual({ values, wrong: [] });
  expect(withTyped({ attributes, values, typed: { weight: "3,2" } }).values).toEqual({ ...values, weight: 3.2 });
});

test("an emptied field takes the value away, and what a field does not take is named", () => {
  const attributes = [anAttribute("weight", "number"), anAttribute("washable", "boolean")];
  const values = { weight: 3, washable: true };

  expect(withTyped({ attributes, values, typed: { weight: "heavy", washable: "" } })).toEqual({
    values: {},
    wrong: ["weight"],
  });
});

test("a text in one language is of that language, the same in both is one text", () => {
  expect(valueOf("text", { ru: "Дуб", en: "" })).toEqual({ ru: "Дуб" });
  expect(valueOf("text", { ru: "Дуб", en: "Oak" })).toEqual({ ru: "Дуб", en: "Oak" });
  expect(valueOf("text", { ru: "IP67", en: " IP67" })).toBe("IP67");
  expect(valueOf("text", { ru: "", en: " " })).toBeNull();
});

test("each value goes through its field and comes back the same", () => {
  for (const [type, value] of [
    ["number", 12.5],
    ["boolean", false],
    ["date", "2026-11-29"],
    ["choice", "matt"],
    ["mixed", ["oak", "ash"]],
    ["mixed", 7],
    ["text", { ru: "Дуб", en: "Oak" }],
    ["text", "Oak"],
  ] as const) {
    const control = controlOf(anAttribute("any", type), value as never);
    expect(valueOf(control, typedOf(control, value as never))).toEqual(value);
  }
});
