import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import sharp from "sharp";
import { expect, test } from "vitest";
import { onTheShelf } from "#testing-goods.ts";
import { serveShop } from "#testing-http.ts";
import { testShop } from "#testing.ts";

const shop = testShop();
const http = serveShop(shop);

type Sender = Parameters<typeof shop.memberWithToken>[0] | null;
async function send(bytes: Uint8Array, who: Sender = "staff", headers: Record<string, string> = {}) {
  const authorization = who === null ? undefined : `Bearer ${(await shop.memberWithToken(who)).accessToken}`;
  const response = await fetch(`${http.url}/upload/picture`, {
    method: "POST",
    headers: { "content-type": "application/octet-stream", ...(authorization && { authorization }), ...headers },
    body: bytes as NonNullable<RequestInit["body"]>,
  });
  const text = await response.text();
  return { status: response.status, answer: (text.startsWith("{") ? JSON.parse(text) : text) as { location: string } };
}
const drawn = (width = 1_600, height = 900) => sharp({ create: { width, height, channels: 3, background: "#c03010" } });
const uploaded = async (colour = "#204060") =>
  (
    await send(
      await sharp({ create: { width: 500, height: 500, channels: 3, background: colour } })
        .png()
        .toBuffer(),
    )
  ).answer;

test("a picture that staff send is made anew in every size, without the metadata of the camera", async () => {
  const photo = await drawn()
    .withExif({ IFD0: { Artist: "secret-artist", Copyright: "secret" }, IFD3: { GPSLatitude: "55/1 45/1 0/1" } })
    .jpeg()
    .toBuffer();

  const { status, answer } = await send(photo);

  expect(status).toBe(200);
  expect(answer).toMatchObject({ width: 1_200, height: 675, colour: expect.stringMatching(/^#[0-9a-f]{6}$/) });
  for (const [name, width] of [
    ["1200.webp", 1_200],
    ["640.avif", 640],
    ["320.avif", 320],
  ] as const) {
    const response = await fetch(`${http.url}/media/${answer.location}-${name}`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get("content-type")).toBe(`image/${name.split(".")[1]}`);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect(response.headers.get("content-disposition")).toBe("attachment");
    expect((await sharp(bytes).metadata()).width).toBe(width);
    expect(bytes.includes("secret")).toBe(false);
  }
  expect((await send(photo)).answer.location).toBe(answer.location);
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
const png = () => drawn(20, 20).png().toBuffer();
/** A PNG whose header claims 30,000 by 30,000 pixels. */
async function huge() {
  const bytes = Buffer.from(await png());
  bytes.writeUInt32BE(30_000, 16);
  bytes.writeUInt32BE(30_000, 20);
  return bytes;
}
test.each<[string, () => Promise<Uint8Array>, number]>([
  ["an SVG", async () => Buffer.from(SVG), 400],
  ["an SVG behind a text mark", async () => Buffer.from(`\ufeff<?xml version="1.0"?>${SVG}`), 400],
  ["HTML that calls itself a picture", async () => Buffer.from("<html><script>alert(1)</script>"), 400],
  [
    "HTML behind the first bytes of a PNG",
    async () => Buffer.from("\x89PNG\r\n\x1a\n<script>alert(1)</script>", "latin1"),
    400,
  ],
  ["a GIF", async () => drawn(20, 20).gif().toBuffer(), 400],
  ["a picture cut in half", async () => (await drawn().jpeg().toBuffer()).subarray(0, 4_000), 400],
  ["30,000 by 30,000 pixels", huge, 400],
  ["nothing", async () => Buffer.from(""), 400],
  ["more than 20 MB", async () => Buffer.alloc(20 * 1024 * 1024 + 1), 413],
])("%s is refused (T-28)", async (_, make, expected) => {
  const { status } = await send(await make());

  expect(status).toBe(expected);
});

test("a picture that is a page as well comes back as a picture alone (T-28)", async () => {
  const { answer } = await send(Buffer.concat([await png(), Buffer.from(SVG)]));

  const response = await fetch(`${http.url}/media/${answer.location}-320.webp`);
  expect(Buffer.from(await response.arrayBuffer()).includes("script")).toBe(false);
});

test("only staff send pictures, and no other site makes them do it", async () => {
  const bytes = await png();

  expect((await send(bytes, null, { "sec-fetch-site": "same-origin" })).status).toBe(401);
  expect((await send(bytes, "customer")).status).toBe(403);
  expect((await send(bytes, ["orders:manage"])).status).toBe(403);
  expect((await send(bytes, "staff", { "content-type": "image/png" })).status).toBe(415);
  expect((await send(bytes, null, { "sec-fetch-site": "cross-site" })).status).toBe(403);
});

/** Asks with the path as it is; `fetch` would tidy it up. */
const raw = (path: string) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(http.url);
    const socket = connect(Number(port), hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`),
    );
    let text = "";
    socket.on("data", (data) => (text += data));
    socket.on("error", reject);
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0)));
  });

test.each([
  "/media/../package.json",
  "/media/..%2f..%2fpackage.json",
  "/media/%2e%2e/%2e%2e/etc/passwd",
  "/media/..\\..\\x",
  "/media/a%00.webp",
  "/media/%",
  "/media/%zz.webp",
  "/media/%c0%ae%c0%ae/x",
  "/media/a.webp.exe",
  "/media/.env",
  `/media/${"a".repeat(5_000)}.webp`,
])("%s finds nothing and harms nobody (T-29)", async (path) => {
  expect([400, 404]).toContain(await raw(path));
  expect((await fetch(`${http.url}/health/live`)).status).toBe(200);
});

test("pictures of a product are put in order, told in words, given to variants and taken away", async () => {
  const { productId, variantId } = await onTheShelf(shop.services);
  const staff = await shop.signedIn("staff");
  const [first, second] = [await uploaded("#101010"), await uploaded("#f0f0f0")];
  const { version } = await staff.catalog.media.get({ productId });
  const both = await staff.catalog.media.save({
    productId,
    version,
    pictures: [
      { location: first.location, alt: { ru: "Спереди" }, variantIds: [] },
      { location: second.location, alt: {}, variantIds: [variantId] },
    ],
  });

  const [front, back] = both.pictures;
  const swapped = await staff.catalog.media.save({
    productId,
    version: both.version,
    pictures: [back, front].map((picture) => ({
      id: picture?.id ?? "",
      alt: { ...picture?.alt, en: "Seen" },
      variantIds: picture?.variantIds ?? [],
    })),
  });
  const alone = await staff.catalog.media.save({
    productId,
    version: swapped.version,
    pictures: [{ id: front?.id ?? "", alt: { ru: "Спереди" }, variantIds: [] }],
  });

  expect(swapped.pictures).toMatchObject([
    { location: second.location, alt: { en: "Seen" }, variantIds: [variantId] },
    { location: first.location, alt: { ru: "Спереди", en: "Seen" }, variantIds: [] },
  ]);
  expect(alone.pictures).toMatchObject([{ id: front?.id, kind: "local", width: 500 }]);
  const trail = await shop.database.db
    .selectFrom("core.audit")
    .select("action")
    .where("subjectId", "=", productId)
    .execute();
  expect(trail).toHaveLength(3);
});

test("who saves the pictures of a product that somebody changed meanwhile is told, and nothing is lost (T-60)", async () => {
  const { productId } = await onTheShelf(shop.services);
  const [one, other] = [await shop.signedIn("staff"), await shop.signedIn("staff")];
  const { location } = await uploaded();
  const { version } = await one.catalog.media.get({ productId });
  const change = { productId, version, pictures: [{ location, alt: {}, variantIds: [] }] };

  const outcomes = await Promise.allSettled([one.catalog.media.save(change), other.catalog.media.save(change)]);

  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  await expect(one.catalog.media.save({ ...change, version })).rejects.toMatchObject({ message: "core.stale-version" });
});

test("a picture that was never uploaded, or is of another product, is not taken", async () => {
  const { productId } = await onTheShelf(shop.services);
  const staff = await shop.signedIn("staff");
  const refused = { message: "catalog.media-gone" };
  const save = (picture: object) =>
    staff.catalog.media.save({ productId, version: 1, pictures: [{ alt: {}, variantIds: [], ...picture }] });

  await expect(save({ location: "up-0000" })).rejects.toMatchObject(refused);
  await expect(save({ id: randomUUID() })).rejects.toMatchObject(refused);
  await expect(save({ location: (await uploaded()).location, variantIds: [randomUUID()] })).rejects.toMatchObject(
    refused,
  );
});

test("uploads that no product wanted are swept after two days, those in use stay", async () => {
  const { productId } = await onTheShelf(shop.services);
  const staff = await shop.signedIn("staff");
  const [used, unused] = [await uploaded("#111111"), await uploaded("#222222")];
  await staff.catalog.media.save({
    productId,
    version: 1,
    pictures: [{ location: used.location, alt: {}, variantIds: [] }],
  });
  const found = async ({ location }: { location: string }) =>
    (await fetch(`${http.url}/media/${location}-320.webp`)).status;
  await shop.services.media.sweep(100);
  expect(await found(unused)).toBe(200);

  shop.clock.advance(3 * 24 * 3_600_000);
  while ((await shop.services.media.sweep(100)) > 0);

  expect(await found(unused)).toBe(404);
  expect(await found(used)).toBe(200);
});
