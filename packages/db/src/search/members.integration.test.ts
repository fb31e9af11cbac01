import { testDatabase } from "@vitrina/db/testing";
import { expect, test } from "vitest";

const database = testDatabase();

test.each([
  [[]],
  [[0]],
  [[31_999]],
  [[0, 1, 999, 1_000, 1_001, 16_000, 30_999, 31_000, 31_999]],
  [Array.from({ length: 32_000 }, (_, index) => index)],
])("the ordinals of a chunk's bits are found wherever they lie: %j", async (bits: number[]) => {
  const { rows } = await database.pool.query<{ ordinal: number }>(
    `select search.members(3, (
      select coalesce(search.bits_of(bit, 1), b'0')::bit(32000) from unnest($1::int[]) as bit)) as ordinal`,
    [bits],
  );

  expect(rows.map(({ ordinal }) => ordinal)).toEqual(bits.map((bit) => 96_000 + bit));
});
