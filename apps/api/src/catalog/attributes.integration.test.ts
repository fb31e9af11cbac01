import { randomUUID } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { type Caller, testShop } from "#testing.ts";
import { anAttribute, aSellable, aType } from "./testing-catalog.ts";

const shop = testShop();
let staff: Caller;
beforeEach(async () => {
  staff = await shop.signedIn("staff");
});

const GLAZE = {
  name: { ru: "Глазурь", en: "Glaze" },
  unit: null,
  type: "choice" as const,
  choices: [
    { code: "matt", name: { ru: "Матовая", en: "Matt" } },
    { code: "shiny", name: { ru: "Блестящая", en: "Shiny" } },
  ],
  filterable: true,
};
const aGlaze = () => staff.catalog.attributes.create({ ...GLAZE, code: `glaze-${randomUUID()}` });
const factsOf = ({ slug, typeId, name, description, brand, model, taxClass, attributes }: Sheet) => ({
  slug,
  typeId,
  name,
  description,
  brand,
  model,
  taxClass,
  attributes,
});
type Sheet = Awaited<ReturnType<typeof aSellable>>;
const saying = async (attributes: Sheet["attributes"], typeId: string | null = null) => {
  const product = await aSellable(shop);
  const { id, version } = product;
  return staff.catalog.products.change({ ...factsOf(product), id, version, typeId, attributes });
};

test("a product of a type says what the type asks for, and is not published before", async () => {
  const { code: weight } = await staff.catalog.attributes.create(anAttribute());
  const { code: glaze } = await aGlaze();
  const type = await staff.catalog.types.create(
    aType([
      { code: weight, required: true, perVariant: true },
      { code: glaze, required: true, perVariant: false },
    ]),
  );
  const product = await saying({}, type.id);
  expect(product.type?.attributes.map(({ code }) => code)).toEqual([weight, glaze]);
  const { id, version, variants } = product;
  expect(await staff.catalog.products.checklist({ id })).toMatchObject([
    { kind: "attribute", code: weight, variants: 1 },
    { kind: "attribute", code: glaze, variants: 0 },
  ]);

  const told = await staff.catalog.products.change({
    ...factsOf(product),
    id,
    version,
    attributes: { [glaze]: "matt" },
  });
  await staff.catalog.products.saveVariants({
    id,
    version: told.version,
    variants: variants.map((variant) => ({ ...variant, attributes: { [weight]: 300 } })),
  });

  expect(await staff.catalog.products.checklist({ id })).toEqual([]);
});

test("values that do not fit are all named at once, and values of an import stay as they are", async () => {
  const { code: weight } = await staff.catalog.attributes.create(anAttribute());
  const { code: glaze } = await aGlaze();
  const nothing = `nothing-${randomUUID()}`;

  await expect(saying({ [weight]: "heavy", [glaze]: "golden", [nothing]: 1 })).rejects.toMatchObject({
    message: "catalog.invalid-attributes",
    cause: {
      details: {
        faults: [
          { code: weight, reason: "type" },
          { code: glaze, reason: "choice" },
          { code: nothing, reason: "unknown" },
        ],
      },
    },
  });

  const product = await aSellable(shop);
  const { id, version } = product;
  await shop.database.pool.query("update catalog.product set attributes = $2 where id = $1", [
    id,
    { loose: ["a", "b"] },
  ]);
  const kept = { ...factsOf(product), attributes: { loose: ["a", "b"] }, brand: "Гжель" };
  expect(await staff.catalog.products.change({ ...kept, id, version })).toMatchObject({ brand: "Гжель" });
});

test("an attribute that products have keeps its type and its used choices; staff see beforehand how many they are", async () => {
  const glaze = await aGlaze();
  const { code, version } = glaze;
  await saying({ [code]: "matt" });
  await saying({ [code]: "matt" });
  expect(await staff.catalog.attributes.use({ code })).toEqual({ products: 2, types: 0 });
  const [matt, shiny] = GLAZE.choices;
  if (!matt || !shiny) throw new Error("no choices");
  const change = (terms: Partial<typeof GLAZE> | { type: "text" }) =>
    staff.catalog.attributes.change({ ...GLAZE, ...terms, code, version });

  await expect(change({ type: "text" })).rejects.toMatchObject({
    message: "catalog.attribute-in-use",
    cause: { details: { products: 2 } },
  });
  await expect(change({ choices: [shiny] })).rejects.toMatchObject({ cause: { details: { products: 2 } } });
  await expect(staff.catalog.attributes.remove({ code, version })).rejects.toMatchObject({
    message: "catalog.attribute-in-use",
  });
  expect(await change({ choices: [matt], name: { ru: "Отделка", en: "Finish" } })).toMatchObject({
    name: { en: "Finish" },
  });
});

test("an attribute goes when nothing says it and no type asks for it", async () => {
  const { code, version } = await staff.catalog.attributes.create(anAttribute());
  const type = await staff.catalog.types.create(aType([{ code, required: false, perVariant: false }]));
  await expect(staff.catalog.attributes.remove({ code, version })).rejects.toMatchObject({
    cause: { details: { products: 0, types: 1 } },
  });

  await staff.catalog.types.remove({ id: type.id, version: type.version });
  await staff.catalog.attributes.remove({ code, version });

  expect((await staff.catalog.attributes.list({ q: code })).attributes).toEqual([]);
});

test("a type that products are of is kept, and who changes an old copy of it is told", async () => {
  const type = await staff.catalog.types.create(aType());
  await saying({}, type.id);
  const { id, version } = type;

  await expect(staff.catalog.types.remove({ id, version })).rejects.toMatchObject({
    message: "catalog.type-in-use",
    cause: { details: { products: 1 } },
  });
  await staff.catalog.types.change({ ...aType(), id, version });
  await expect(staff.catalog.types.change({ ...aType(), id, version })).rejects.toMatchObject({
    message: "core.stale-version",
  });
});

test("codes are unique, and a type asks for nothing that is not there", async () => {
  const attribute = anAttribute();
  await staff.catalog.attributes.create(attribute);
  await expect(staff.catalog.attributes.create(attribute)).rejects.toMatchObject({
    message: "catalog.attribute-code-taken",
  });
  const type = aType();
  await staff.catalog.types.create(type);
  await expect(staff.catalog.types.create(type)).rejects.toMatchObject({ message: "catalog.type-code-taken" });
  await expect(
    staff.catalog.types.create(aType([{ code: "no-such-thing", required: true, perVariant: false }])),
  ).rejects.toMatchObject({ message: "catalog.invalid-attributes" });
});

test("while an attribute is removed no product begins to use it", async () => {
  const { code, version } = await staff.catalog.attributes.create(anAttribute());

  const [removed, said] = await Promise.allSettled([
    staff.catalog.attributes.remove({ code, version }),
    saying({ [code]: 5 }),
  ]);

  const there = (await staff.catalog.attributes.list({ q: code })).attributes.length === 1;
  expect({ removed: removed.status, said: said.status }).toEqual(
    there ? { removed: "rejected", said: "fulfilled" } : { removed: "fulfilled", said: "rejected" },
  );
});

test("a former address leads to the product for good, until another product takes it", async () => {
  const product = await aSellable(shop);
  const { id, version, slug } = product;
  const fresh = `cup-${randomUUID()}`;
  await staff.catalog.products.change({ ...factsOf(product), id, version, slug: fresh });
  const movedTo = () => shop.callerOf().catalog.movedTo({ kind: "product", slug });
  expect(await movedTo()).toEqual({ slug: fresh });

  await staff.catalog.products.create({ name: { en: "Other" }, typeId: null, slug });

  await expect(movedTo()).rejects.toMatchObject({ message: "core.not-found" });
});

test("at the address of an archived product, and at its former ones, shoppers hear what it was", async () => {
  const product = await aSellable(shop);
  const { id, version, slug, name } = product;
  const moved = { ...factsOf(product), id, version, slug: `cup-${randomUUID()}` };
  const there = await staff.catalog.products.change(moved);
  await staff.catalog.products.archive({ id, version: there.version });

  for (const address of [slug, there.slug])
    await expect(shop.callerOf().catalog.movedTo({ kind: "product", slug: address })).rejects.toMatchObject({
      message: "catalog.gone",
      cause: { details: { name, category: null } },
    });
});

test("the history of a product is told field by field", async () => {
  const { code } = await aGlaze();
  const { id } = await saying({ [code]: "matt" });
  const admin = await shop.signedIn("admin");
  const historyOf = async (field: string) =>
    (await admin.core.audit.list({ subjectKind: "product", subjectId: id, field })).events;

  expect(await historyOf(`attribute ${code}`)).toMatchObject([
    { action: "catalog.product-changed", after: { [`attribute ${code}`]: "matt" } },
  ]);
  expect(await historyOf("name")).toEqual([]);
  await expect(admin.core.audit.list({ field: "name" })).rejects.toMatchObject({ code: "BAD_REQUEST" });
});
