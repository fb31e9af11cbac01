import { expect, test } from "vitest";
import { mergeMine, ownDifferences } from "#admin/product-conflict.ts";
import type { ProductFacts } from "#admin/product-model.ts";

const seen: ProductFacts = {
  slug: "cup",
  typeId: null,
  name: { ru: "Кружка" },
  description: {},
  brand: null,
  model: "M1",
  taxClass: "standard",
  attributes: { weight: 300, glaze: "matt" },
};
const mine: ProductFacts = { ...seen, brand: "Гжель", attributes: { weight: 350, glaze: "matt" } };
const differences = [
  { field: "brand", yours: "Гжель", theirs: "Хохлома" },
  { field: "model", yours: "M1", theirs: "M2" },
  { field: "attribute weight", yours: 350, theirs: 300 },
  { field: "attribute glaze", yours: "matt", theirs: null },
];

test("only what was typed here is a matter of dispute", () => {
  expect(ownDifferences(seen, differences).map(({ field }) => field)).toEqual(["brand", "attribute weight"]);
});

test("saving one's own keeps what somebody else changed elsewhere", () => {
  expect(mergeMine({ seen, mine }, differences)).toEqual({
    ...mine,
    model: "M2",
    attributes: { weight: 350 },
  });
});
