import { expect, test } from "vitest";
import { picturesToSave, type PictureDraft } from "./media-draft.ts";
import { moved } from "./moved.ts";

const aDraft = (key: string, changes: Partial<PictureDraft> = {}): PictureDraft => ({
  key,
  id: key,
  kind: "local",
  location: `up-${key}`,
  width: 10,
  height: 10,
  alt: {},
  variantIds: [],
  ...changes,
});

test("a picture moves to its new place and the others close up", () => {
  expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b"], 1, 2)).toEqual(["a", "b"]);
});

test("a new picture is told by its place in the storage, a known one by its id, and empty texts are left out", () => {
  expect(picturesToSave([aDraft("a", { alt: { ru: " Спереди ", en: " " } }), aDraft("b", { id: null })])).toEqual([
    { id: "a", alt: { ru: "Спереди" }, variantIds: [] },
    { location: "up-b", alt: {}, variantIds: [] },
  ]);
});

test("a variant is shown by one picture alone", () => {
  const saved = picturesToSave([aDraft("a", { variantIds: ["v"] }), aDraft("b", { variantIds: ["v", "w"] })]);

  expect(saved.map(({ variantIds }) => variantIds)).toEqual([["v"], ["w"]]);
});
