import type { Column, Table } from "./live-schema.ts";

const HEADER = `// Written by \`pnpm db diagram\` from a freshly migrated database; database.test.ts holds the rooms' table types against it.

/** Any JSON but null. */
export type Json = object | string | number | boolean;
/** A view's column: PostgreSQL does not know whether it may be null. */
export type OfView<T> = T | null | undefined;
`;

const TYPES: Record<string, string> = {
  ...Object.fromEntries(
    ["int2", "int4", "int8", "float4", "float8", "smallint", "integer", "bigint"].map((type) => [type, "number"]),
  ),
  bool: "boolean",
  bytea: "Buffer",
  json: "Json",
  jsonb: "Json",
  timestamptz: "Date",
  timestamp: "Date",
};

/** TypeScript of what the database really has: the type of each column, and which columns an insert must name. */
export function writeLiveTypes(tables: readonly Table[]): string {
  const columns = tables.map((table) =>
    block(
      table,
      table.columns.map((column) => `${camel(column.name)}: ${typeOf(column, table)};`),
    ),
  );
  const required = tables
    .filter(({ view }) => !view)
    .map(
      (table) => `  "${camel(table.name)}": ${union(table.columns.filter(isRequired).map(({ name }) => camel(name)))};`,
    );
  return `${HEADER}
export interface LiveTables {
${columns.join("\n")}
}

export interface RequiredColumns {
${required.join("\n")}
}
`;
}

const block = (table: Table, lines: string[]) =>
  `  "${camel(table.name)}": {\n${lines.map((line) => `    ${line}\n`).join("")}  };`;

const isRequired = ({ nullable, filled }: Column) => !nullable && !filled;

const union = (names: string[]) => names.map((name) => `"${name}"`).join(" | ") || "never";

function typeOf({ type, nullable, labels }: Column, { view }: Table): string {
  const element = type.replace(/\[\]$/, "");
  const base = labels ? union(labels) : (TYPES[element] ?? "string");
  const whole = element === type ? base : `${base}[]`;
  if (view) return `OfView<${whole}>`;
  return nullable ? `${whole} | null` : whole;
}

/** The same mapping as Kysely's CamelCasePlugin. */
const camel = (name: string) => name.replace(/_+(\w)/g, (_, letter: string) => letter.toUpperCase());
