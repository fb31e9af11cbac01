import type { Insertable, Selectable } from "kysely";
import { expect, test } from "vitest";
import type { Database } from "./database.ts";
import type { LiveTables, RequiredColumns } from "./live-types.gen.ts";

type Tables = keyof Database;
type Name = string | number | symbol;
type Label<
  Table extends Name,
  Column extends Name,
  Fault extends string,
> = `${Table & string}.${Column & string}: ${Fault}`;

/** Every value a select may give must be one that the column can hold, and null must be allowed for on both sides or none. */
type TypeFault<Live, Ours> = [Ours] extends [Live]
  ? undefined extends Live
    ? never
    : null extends Live
      ? null extends Ours
        ? never
        : "may be null"
      : never
  : "has another type";

type ColumnFaults<Table extends Tables & keyof LiveTables, Ours = Selectable<Database[Table]>> = {
  [Column in keyof Ours]: Column extends keyof LiveTables[Table]
    ? TypeFault<LiveTables[Table][Column], Ours[Column]> extends infer Fault extends string
      ? Label<Table, Column, Fault>
      : never
    : Label<Table, Column, "is not in the database">;
}[keyof Ours];

type InsertFaults<Table extends Tables & keyof RequiredColumns, Ours = Insertable<Database[Table]>> = {
  [Column in RequiredColumns[Table]]: Column extends keyof Ours
    ? undefined extends Ours[Column]
      ? Label<Table, Column, "is required by the database">
      : never
    : Label<Table, Column, "is required and not declared">;
}[RequiredColumns[Table]];

type Faults = {
  [Table in Tables]: Table extends keyof LiveTables
    ? ColumnFaults<Table> | (Table extends keyof RequiredColumns ? InsertFaults<Table> : never)
    : Label<Table, "", "is not in the database">;
}[Tables];

/** The compiler names each fault here; `pnpm db diagram` refreshes what it compares with. */
export type TableTypesAreTrue = NoneOf<Faults>;
type NoneOf<Fault extends never> = Fault;

test("the table types say what the database has", () => {
  const faults: TableTypesAreTrue[] = [];

  expect(faults).toEqual([]);
});
