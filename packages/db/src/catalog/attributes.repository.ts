// oxlint-disable-next-line no-restricted-imports -- types come as JSON with their attributes, and use is counted by an index of expressions
import { sql, type Kysely } from "kysely";
import {
  AttributeCodeTaken,
  type AttributesReader,
  type AttributesRepository,
  type AttributeTerms,
  InvalidAttributes,
  type ProductType,
  type ProductTypeDraft,
  TypeCodeTaken,
} from "@vitrina/domain/catalog";
import type { CatalogTables } from "./catalog.tables.ts";
import { typeAttributes } from "./attribute-json.ts";

const COLUMNS = ["code", "name", "unit", "type", "choices", "filterable", "version"] as const;
/** After the attributes of the shop's own. */
const POSITION = 500;

const written = ({ name, unit, choices, ...terms }: AttributeTerms) => ({
  ...terms,
  name: JSON.stringify(name),
  unit: unit && JSON.stringify(unit),
  choices: JSON.stringify(choices),
});

const withCode =
  (code: string) =>
  (error: { constraint?: string }): never => {
    if (error.constraint === "attribute_pk") throw new AttributeCodeTaken({ code });
    throw error.constraint === "product_type_code_unique" ? new TypeCodeTaken({ code }) : error;
  };

const typesOf = async (db: Kysely<CatalogTables>, which: ReturnType<typeof sql>): Promise<ProductType[]> => {
  const { rows } = await sql<ProductType>`
    select type.id, type.code, type.name, type.version, ${typeAttributes} as attributes
    from catalog.product_type as type ${which}`.execute(db);
  return rows;
};

const createAttributesReader = (db: Kysely<CatalogTables>): AttributesReader => ({
  async list({ text, after, limit }) {
    let query = db.selectFrom("catalog.attribute").select(COLUMNS);
    if (text !== undefined)
      query = query.where(
        sql<boolean>`position(${text} in lower(code || ' ' || coalesce(name ->> 'ru', '') || ' ' || coalesce(name ->> 'en', ''))) > 0`,
      );
    if (after !== null) query = query.where("code", ">", after);
    return query.orderBy("code").limit(limit).execute();
  },

  find: async (code) =>
    (await db.selectFrom("catalog.attribute").select(COLUMNS).where("code", "=", code).executeTakeFirst()) ?? null,

  async use(code, values) {
    const has = sql`attributes <> '{}' and catalog.attribute_codes(attributes) @> array[${code}]::text[]
      ${values ? sql`and attributes ->> ${code} = any(${[...values]})` : sql``}`;
    const { rows } = await sql<{ products: number; types: number }>`
      select (
        select count(*) from (
          select id from catalog.product where ${has} union select product_id from catalog.variant where ${has}) as saying
      ) as products, (select count(*) from catalog.product_type_attribute where attribute_code = ${code}) as types`.execute(
      db,
    );
    return rows[0] ?? { products: 0, types: 0 };
  },

  types: (limit) => typesOf(db, sql`order by type.code limit ${limit}`),
  findType: async (id) => (await typesOf(db, sql`where type.id = ${id}`))[0] ?? null,

  async productsOfType(id) {
    const { products } = await db
      .selectFrom("catalog.product")
      .select(({ fn }) => fn.countAll<number>().as("products"))
      .where("typeId", "=", id)
      .executeTakeFirstOrThrow();
    return products;
  },
});

/** Bind it to a transaction. */
export const createAttributesRepository = (db: Kysely<CatalogTables>): AttributesRepository => {
  const reader = createAttributesReader(db);

  async function setAttributes(typeId: string, { attributes }: ProductTypeDraft): Promise<void> {
    await db.deleteFrom("catalog.productTypeAttribute").where("typeId", "=", typeId).execute();
    if (attributes.length === 0) return;
    const codes = attributes.map(({ code }) => code);
    const known = await db
      .selectFrom("catalog.attribute")
      .select("code")
      .where("code", "in", codes)
      .forShare()
      .execute();
    const unknown = codes.filter((code) => !known.some((each) => each.code === code));
    if (unknown.length > 0)
      throw new InvalidAttributes({ faults: unknown.map((code) => ({ code, reason: "unknown" })) });
    await db
      .insertInto("catalog.productTypeAttribute")
      .values(attributes.map(({ code, ...flags }, position) => ({ ...flags, typeId, attributeCode: code, position })))
      .execute();
  }

  return {
    ...reader,

    async add(code, terms) {
      await db
        .insertInto("catalog.attribute")
        .values({ ...written(terms), code, position: POSITION })
        .execute()
        .catch(withCode(code));
    },

    lock: async (code) =>
      (await db
        .selectFrom("catalog.attribute")
        .select(COLUMNS)
        .where("code", "=", code)
        .forUpdate()
        .executeTakeFirst()) ?? null,

    async save(code, terms) {
      await db
        .updateTable("catalog.attribute")
        .set(({ eb }) => ({ ...written(terms), version: eb("version", "+", 1) }))
        .where("code", "=", code)
        .execute();
    },

    async remove(code) {
      await db.deleteFrom("catalog.attribute").where("code", "=", code).execute();
    },

    async addType(id, { code, name, ...draft }) {
      await db
        .insertInto("catalog.productType")
        .values({ id, code, name: JSON.stringify(name) })
        .execute()
        .catch(withCode(code));
      await setAttributes(id, { code, name, ...draft });
    },

    async lockType(id) {
      await db.selectFrom("catalog.productType").select("id").where("id", "=", id).forUpdate().execute();
      return reader.findType(id);
    },

    async saveType(id, draft) {
      await db
        .updateTable("catalog.productType")
        .set(({ eb }) => ({ code: draft.code, name: JSON.stringify(draft.name), version: eb("version", "+", 1) }))
        .where("id", "=", id)
        .execute()
        .catch(withCode(draft.code));
      await setAttributes(id, draft);
    },

    async removeType(id) {
      await db.deleteFrom("catalog.productType").where("id", "=", id).execute();
    },
  };
};
