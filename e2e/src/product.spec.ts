import { openDatabase } from "@vitrina/db";
import type { Locator, Page } from "@playwright/test";
import { expect, hydrated, open, test } from "./test.ts";

/** Asks the shop's own database: what a test needs of the demo's goods, or a past that no page can make. */
async function ask<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const { pool, close } = openDatabase<unknown>({ connectionString: process.env["SHOP_DATABASE"] ?? "", max: 1 });
  const { rows } = await pool.query(text, values);
  await close();
  return rows as Row[];
}
const numberIn = (text: string | null) => Number((text ?? "").replaceAll(/[^\d,]/g, "").replace(",", "."));
const structured = async (page: Page, type: string) => {
  const texts = await page.locator('script[type="application/ld+json"]').allTextContents();
  return texts.map((text) => JSON.parse(text)).find((thing) => thing["@type"] === type);
};

test("every picture of a product has a thumbnail on a phone, and those that are folded away say how many", async ({
  page,
}) => {
  await ask(
    `insert into catalog.media (id, product_id, position, kind, location)
      select gen_random_uuid(), product.id, 100 + number, 'local', 'extra-' || number
      from catalog.product cross join generate_series(1, 12) as number where slug = 'port-mug'`,
  );
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "/p/port-mug");
  const thumbs = page.getByRole("list", { name: "Фотографии" }).getByRole("button");
  const folded = page.locator("summary", { hasText: /^\+\d/ });
  await expect(thumbs).toHaveCount(8);
  await expect(folded).toContainText(/Ещё \d+ фотогра/);
  for (const thumb of await thumbs.all()) expect((await thumb.boundingBox())?.width).toBeGreaterThanOrEqual(44);

  const hidden = numberIn(await folded.locator("[aria-hidden]").textContent());
  await folded.click();
  const more = page.getByRole("list", { name: "Остальные фотографии" }).getByRole("button");
  await expect(more).toHaveCount(hidden);
  await more.last().click();
  await expect(more.last()).toHaveAttribute("aria-pressed", "true");
});

/** Everything that moves from here on, also just after a click. */
const watchShifts = (page: Page) =>
  page.evaluate(() => {
    const { dataset } = document.documentElement;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ("value" in entry) dataset["shifted"] = String(Number(dataset["shifted"] ?? 0) + Number(entry.value));
    }).observe({ type: "layout-shift", buffered: false });
  });
/** After the next two frames and what they report. */
const shifted = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const tell = () => resolve(Number(document.documentElement.dataset["shifted"] ?? 0));
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(tell, 50)));
      }),
  );
const optionsOf = (page: Page) => page.locator("section[aria-labelledby^='option-'] a");

interface Mixed {
  slug: string;
}

for (const width of [360, 1280])
  test(`every choice of a product's options leads somewhere, without anything moving, at ${width} px`, async ({
    page,
    browser,
  }) => {
    const [mixed] = await ask<Mixed>(`
      select product.slug from catalog.product
        join catalog.variant on variant.product_id = product.id join inventory.availability as stock on stock.variant_id = variant.id
      where catalog.visible(product, now()) and jsonb_array_length(options) = 2
      group by product.slug having bool_or(on_shelf = 0) and bool_or(on_shelf > 0) and count(*) > 4 order by slug limit 1`);
    const slug = mixed?.slug ?? "";
    await ask(
      `insert into catalog.attribute (code, name, type, position) values ('boxed', '{"ru":"В коробке"}', 'text', 900) on conflict do nothing`,
    );
    const [brief, long] = ["300 г", "1 250 г вместе с подставкой, щёткой и запасным фильтром для жёсткой воды"];
    const saidBy = (place: number) => ["—", brief, long][place % 3] ?? "";
    await ask(
      `update catalog.variant set attributes = case position % 3 when 0 then '{}' else jsonb_build_object('boxed', case position % 3 when 1 then $2 else $3 end::text) end
        from catalog.product where product.id = product_id and slug = $1`,
      [slug, brief, long],
    );
    await page.setViewportSize({ width, height: 800 });
    await open(page, `/p/${slug}`);
    const variants = await ask<{ sku: string; sold: boolean; position: number }>(
      `select sku, on_shelf > 0 as sold, position from catalog.variant join inventory.availability as stock on stock.variant_id = variant.id
        join catalog.product on product.id = product_id where slug = $1 order by variant.position`,
      [slug],
    );
    await watchShifts(page);
    const buy = page.getByRole("main").getByRole("button", { name: "В корзину", exact: true }).first();
    const instead = page.getByRole("link", { name: /^Взять вместо этого/ });
    const boxed = page.locator("dl > div", { hasText: "В коробке" });
    const height = async () => (await boxed.boundingBox())?.height;
    const high = await height();
    for (const { sku, sold, position } of variants) {
      await choose(page, sku);
      await expect(boxed.locator("dd > span").first()).toHaveText(saidBy(position));
      expect(await height()).toBe(high);
      await expect(sold ? buy : instead).toBeVisible();
      for (const option of await optionsOf(page).all()) {
        const box = await option.boundingBox();
        expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
        await expect(option).toHaveAccessibleName(/\S/);
      }
      const soldOut = optionsOf(page).filter({ has: page.locator("[class*=line-through]") });
      for (const option of await soldOut.all()) await expect(option).toHaveAccessibleName(/нет в наличии/);
    }
    expect(await shifted(page)).toBe(0);

    const last = variants.at(-1);
    const scriptless = await browser.newPage({ javaScriptEnabled: false });
    await scriptless.goto(`/p/${slug}?v=${encodeURIComponent(last?.sku ?? "")}`);
    const told = scriptless.locator("dl > div", { hasText: "В коробке" }).locator("dd > span").first();
    await expect(told).toHaveText(saidBy(last?.position ?? 0));
    await scriptless.close();
  });

/** Walks to a variant by its options as they stand: whatever is chosen leads on. */
async function choose(page: Page, sku: string): Promise<void> {
  const [wanted] = await ask<{ names: string[] }>(
    `select array(select choice -> 'name' ->> 'ru' from jsonb_array_elements(options) as option,
        jsonb_array_elements(option -> 'values') as choice where choice ->> 'code' = option_values ->> (option ->> 'code')) as names
      from catalog.variant join catalog.product on product.id = product_id where sku = $1`,
    [sku],
  );
  for (const name of wanted?.names ?? []) {
    const value = optionsOf(page).filter({ hasText: new RegExp(`^${name}$`) });
    await value.click();
    await expect(value).toHaveAttribute("aria-current", /true|page/);
  }
  await expect(page).toHaveURL(new RegExp(`v=${encodeURIComponent(sku)}`));
}

test("a former price is told in words, is higher, and the lowest price of thirty days is that of the chosen variant", async ({
  page,
}) => {
  const [cut] = await ask<{ sku: string; other: string; amount: number }>(`
    with picked as (
      select min(variant.sku) as sku, max(variant.sku) as other from catalog.variant join catalog.product on product.id = product_id
      where slug = 'dune-mug'),
    chosen as (select variant.id, sku, other, price.amount from picked join catalog.variant using (sku)
      join pricing.price on price.variant_id = variant.id and currency = 'RUB' and valid_to = 'infinity'),
    aged as (update catalog.product set released_at = now() - interval '90 days' where slug = 'dune-mug'),
    now_on as (update pricing.price set valid_from = now() - interval '1 day', compare_at = price.amount + 50000
      from chosen where price.variant_id = chosen.id and currency = 'RUB' and valid_to = 'infinity')
    select sku, other, amount::int from chosen`);
  await ask(
    `insert into pricing.price (id, variant_id, currency, amount, valid_from, valid_to)
      select gen_random_uuid(), id, 'RUB', $2, now() - interval '80 days', (
        select min(valid_from) from pricing.price where variant_id = variant.id and currency = 'RUB')
      from catalog.variant where sku = $1`,
    [cut?.sku, (cut?.amount ?? 0) + 30_000],
  );
  await open(page, `/p/dune-mug?v=${cut?.sku}`);
  const box = page.getByRole("main").locator("div:has(> div > h1)");
  const old = box.locator("s").first();
  await expect(old).toContainText("старая цена");
  const now = numberIn(
    await box
      .getByText(/^[\d\s]+₽$/)
      .first()
      .textContent(),
  );
  expect(now).toBe((cut?.amount ?? 0) / 100);
  expect(numberIn(await old.textContent())).toBe(now + 500);
  const lowest = box.getByText(/Минимальная цена за 30 дней/).first();
  expect(numberIn(((await lowest.textContent()) ?? "").split(":")[1] ?? "")).toBe(now + 300);

  await choose(page, cut?.other ?? "");
  await expect(old).toBeHidden();
  await expect(lowest).toBeHidden();
});

test("when it comes and what that costs stands beside the button that buys, free where the price is high enough", async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, "/p/kora-mug");
  const delivery = page.getByRole("region", { name: "Доставка" });

  await expect(delivery).toBeInViewport({ ratio: 1 });
  await expect(delivery.getByRole("listitem").first()).toContainText(
    /Курьером до двери: \d.*390\s₽, бесплатно от 5\s000\s₽/,
  );
});

test("the bars of the histogram show only their reviews, beside the mean with one decimal and the count", async ({
  page,
}) => {
  const [rated] = await ask<{ slug: string; stars: number; count: number; mean: string }>(`
    select slug, stars2 as stars, stars1 + stars2 + stars3 + stars4 + stars5 as count,
      round((stars1 + 2 * stars2 + 3 * stars3 + 4 * stars4 + 5 * stars5)::numeric / (stars1 + stars2 + stars3 + stars4 + stars5), 1)::text as mean
    from reviews.aggregate join catalog.product on product.id = product_id where stars2 > 0 and stars5 > 0 order by stars2 desc, slug limit 1`);
  await open(page, `/p/${rated?.slug}`);
  const reviews = page.locator("#reviews");
  await expect(reviews).toContainText((rated?.mean ?? "").replace(".", ","));
  await expect(reviews).toContainText(new RegExp(`${rated?.count} отзыв`));

  await reviews.getByRole("link", { name: /^2 звезды/ }).click();
  await page.waitForURL("**?stars=2#reviews");
  const shown = reviews.getByRole("article");
  await expect(shown.first()).toContainText("2 из 5");
  await expect(shown.filter({ hasNotText: "2 из 5" })).toHaveCount(0);
  expect(await shown.count()).toBe(Math.min(rated?.stars ?? 0, await shown.count()));
});

test("what the page tells machines is what it shows, also after another variant was chosen", async ({ page }) => {
  await open(page, "/p/kora-mug");
  const told = async () => {
    const [product, way] = [await structured(page, "Product"), await structured(page, "BreadcrumbList")];
    const price = page
      .getByRole("main")
      .getByText(/^[\d\s]+₽$/)
      .first();
    expect(Number(product.offers.price)).toBe(numberIn(await price.textContent()));
    expect(product.offers.priceCurrency).toBe("RUB");
    const inStock = await page
      .getByRole("main")
      .getByRole("button", { name: "В корзину", exact: true })
      .first()
      .isVisible();
    expect(product.offers.availability).toBe(`https://schema.org/${inStock ? "InStock" : "OutOfStock"}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(product.name);
    await expect(page.locator("a[href='#reviews']")).toContainText(
      product.aggregateRating.ratingValue.replace(".", ","),
    );
    await expect(page.locator("a[href='#reviews']")).toContainText(String(product.aggregateRating.reviewCount));
    const crumbs: Locator = page.getByRole("navigation", { name: "Путь к странице" }).getByRole("link");
    const names = way.itemListElement.map((each: { name: string }) => each.name);
    expect((await crumbs.allTextContents()).slice(-names.length)).toEqual(names);
    return product.sku as string;
  };
  const first = await told();
  await page.getByRole("link", { name: /350 мл/ }).click();
  await page.waitForURL("**v=*350ML");
  await expect(async () => expect(await told()).not.toBe(first)).toPass({ timeout: 5_000 });
  await page.reload();
  await hydrated(page);
  expect(await told()).toContain("350ML");
});
