import { buyAndReview } from "./journey.ts";
import { expect, test } from "./test.ts";

test("the whole purchase works on the real catalogue of 19,406", async ({ page, complaints }) => {
  const cookie = { name: "currency", value: "USD", url: process.env["SHOP_URL"] ?? "" };
  await page.context().addCookies([cookie]);

  await buyAndReview(page, { locale: "en", query: "ink cartridge" });

  // The makers' pictures are on hosts of their own, which a test does not reach.
  expect(complaints.filter((complaint) => !complaint.includes("ERR_NAME_NOT_RESOLVED"))).toEqual([]);
});
