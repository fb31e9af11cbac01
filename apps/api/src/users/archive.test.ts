import { strFromU8, unzipSync } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";
import { packArchive, tableAsCsv } from "#users/archive.ts";

const BOM = "\ufeff";

/** RFC 4180, as a spreadsheet reads it. */
function read(csv: string): string[][] {
  const records: string[][] = [];
  const cells = csv.slice(BOM.length).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g);
  let record: string[] = [];
  for (const [, quoted, plain = "", end] of cells) {
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ",") records.push(record.splice(0, Number.POSITIVE_INFINITY));
  }
  return records;
}

test("a table comes with its columns, dates as ISO 8601 and what is nested as JSON", () => {
  const rows = [
    { name: "Анна, «ООО»", at: new Date("2026-03-01T09:00:00Z"), note: null },
    { name: 'a "b"\r\nc', amount: -3, address: { city: "Москва" } },
  ];

  expect(read(tableAsCsv(rows))).toEqual([
    ["name", "at", "note", "amount", "address"],
    ["Анна, «ООО»", "2026-03-01T09:00:00.000Z", "", "", ""],
    ['a "b"\r\nc', "", "", "-3", '{"city":"Москва"}'],
  ]);
  expect(tableAsCsv([])).toBe(BOM);
});

test.each(["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])(
  "no cell begins as a formula by %j, and the text comes back without its apostrophe (T-31)",
  (sign) => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (rest) => {
        const text = `${sign}${rest}`;
        const [, [cell] = [""]] = read(tableAsCsv([{ text }]));
        expect(cell).toBe(`'${text}`);
      }),
    );
  },
);

test("harmless texts are left as they are", () => {
  const safe = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((text) => !/^[=+\-@\t\r＝＋－＠\ufeff]/u.test(text));

  fc.assert(
    fc.property(safe, (text) => {
      const [, [cell] = [""]] = read(tableAsCsv([{ text }]));
      expect(cell).toBe(text);
    }),
  );
});

test("the archive holds everything as JSON and a CSV of each table", () => {
  const tables = { profile: [{ email: "anna@example.com" }], orders: [{ number: "100001" }, { number: "100002" }] };

  const files = unzipSync(packArchive(tables));

  expect(Object.keys(files).toSorted()).toEqual(["README.txt", "data.json", "orders.csv", "profile.csv"]);
  expect(JSON.parse(strFromU8(files["data.json"] ?? new Uint8Array()))).toEqual(tables);
  expect(read(Buffer.from(files["orders.csv"] ?? []).toString())).toEqual([["number"], ["100001"], ["100002"]]);
});
