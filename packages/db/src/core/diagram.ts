import type { Column, Table } from "./live-schema.ts";

const HEADER = `# Data model

Drawn from the live schema by \`pnpm db diagram\`; a test fails when it is stale. A schema per room, named as the room.
`;

/** The Markdown of docs/data-model.md: one Mermaid diagram for the whole shop and one for each room. */
export function drawDataModel(tables: readonly Table[]): string {
  const rooms = [...new Set(tables.map(({ schema }) => schema))];
  const overview = section("Overview", tables.filter(({ view }) => !view).flatMap(bare));
  const details = rooms.map((room) => {
    const own = tables.filter(({ schema }) => schema === room);
    return section(room, [...own.flatMap(entity), ...own.flatMap(relations)]);
  });
  return [HEADER, overview, ...details].join("\n");
}

const section = (title: string, lines: string[]) =>
  `## ${title}\n\n\`\`\`mermaid\nerDiagram\n${lines.map((line) => `  ${line}\n`).join("")}\`\`\`\n`;

const bare = (table: Table) => (table.references.length > 0 ? relations(table) : [quoted(table.name)]);

const entity = (table: Table) => [
  `${quoted(table.name)} {`,
  ...table.columns.map((column) => `  ${attribute(column, table)}`),
  "}",
];

const attribute = ({ name, type, key, nullable }: Column, { references, view }: Table) => {
  const foreign = references.some(({ columns }) => columns.includes(name));
  const keys = [...(key ? ["PK"] : []), ...(foreign ? ["FK"] : [])].join(", ");
  return [type.replaceAll(" ", "_"), name, keys, nullable && !view ? '"may be absent"' : ""].filter(Boolean).join(" ");
};

const relations = ({ name, references }: Table) =>
  references.map(({ columns, target, optional, unique }) => {
    const line = `${optional ? "|o" : "||"}--${unique ? "o|" : "o{"}`;
    return `${quoted(target)} ${line} ${quoted(name)} : ${quoted(columns.join(", "))}`;
  });

const quoted = (name: string) => `"${name}"`;
