import { beforeAll, expect, test } from "vitest";
import { demoShelf } from "#shop/demo-drafts.ts";
import { testShop } from "#testing.ts";

const shop = testShop();

beforeAll(async () => {
  await shop.services.catalog.importProducts(demoShelf(shop.clock.now()).batch);
  while ((await shop.services.search.refreshDirty(500)) > 0);
  await shop.services.search.countWords();
});

/** What people type, and a part of the name of what they mean. */
const GOLDEN: Record<string, [typed: string, meant: RegExp][]> = {
  "one typo": [
    ["кружак", /^Кружка/],
    ["крушка", /^Кружка/],
    ["наушиники", /^Наушники/],
    ["клавиатрура", /^Клавиатура/],
    ["рюкзк", /^Рюкзак/],
    ["чайинк", /чайник/i],
    ["фотоапарат", /^Фотоаппарат/],
    ["термсо", /^Термос/],
    ["падушка", /^Подушка/],
    ["смартфн", /^Смартфон/],
    ["кастрюлля", /^Кастрюля/],
    ["полатенца", /^Полотенца/],
    ["headphnes", /headphones$/],
    ["keybord", /keyboard$/],
    ["backpak", /backpack$/],
    ["teapto", /teapot$/],
    ["armchiar", /armchair$/],
    ["camrea", /camera$/],
    ["cusion", /cushion$/],
    ["sweeter", /sweater$/],
  ],
  "the other keyboard layout": [
    ["rhe;rf", /^Кружка/],
    ["xfqybr", /чайник/i],
    ["yfeiybrb", /^Наушники/],
    ["h.rpfr", /^Рюкзак/],
    ["kfvgf", /^Лампа/],
    ["gjleirf", /^Подушка/],
    ["rkfdbfnehf", /^Клавиатура/],
    ["cdtxf", /^Свеча/],
    ["nthvjc", /^Термос/],
    ["ьгп", /mug$/],
    ["дфьз", /lamp$/],
    ["лунищфкв", /keyboard$/],
  ],
  "е for ё, and the other way round": [
    ["лен", /Лён/],
    ["костер", /Костёр/],
    ["береста", /Берёста/],
    ["пленка", /Плёнка/],
    ["просёлок", /Просёлок/],
    ["проселок", /Просёлок/],
    ["еще глава", /Ещё глава/],
    ["мёд", /мёд/],
    ["пёрвый снег", /Первый снег/],
  ],
  "the beginning of a word": [
    ["кру", /^Кружка/],
    ["нау", /^Наушники/],
    ["клав", /^Клавиатура/],
    ["рюк", /^Рюкзак/],
    ["фото", /^Фотоаппарат/],
    ["тер", /^Термос/],
    ["ча", /чайник|^Часы|чай/i],
    ["mu", /mug$/],
    ["head", /headphones$/],
    ["tea", /teapot$|tea/i],
    ["кружка дю", /Дюна/],
  ],
  "words as they are, in any form": [
    ["кружку дюна", /Дюна/],
    ["dune mugs", /^Dune mug$/],
    ["термос тропа", /Тропа/],
    ["свитера", /^Свитер/],
    ["hoodies", /hoodie$/],
    ["станция часы", /Станция/],
    ["книги", /^Книг/],
    ["вазы", /^Ваза/],
  ],
};

for (const [kind, queries] of Object.entries(GOLDEN))
  test.each(queries)(`among the first five suggestions for %s (${kind}) is what is meant`, async (q, meant) => {
    const { products } = await shop.guest().search.suggest({ q, currency: "RUB" });

    const names = products.slice(0, 5).map(({ name }) => [name.ru ?? "", name.en ?? ""]);
    expect(
      names.some((each) => each.some((name) => meant.test(name))),
      JSON.stringify(names),
    ).toBe(true);
  });

test("there are sixty of them", () => {
  expect(Object.values(GOLDEN).flat()).toHaveLength(60);
});
