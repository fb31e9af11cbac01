import { Currency } from "@vitrina/domain/core";

const money = Currency.options.flatMap((currency) => {
  const code = currency.toLowerCase();
  return [`price_${code}`, `compare_at_${code}`] as const;
});

/** What every export has, in this order; an import may have any of them. A row is a variant of a product. */
export const TABLE_COLUMNS = [
  "source",
  "product",
  "sku",
  "status",
  "name_ru",
  "name_en",
  "description_ru",
  "description_en",
  "brand",
  "model",
  "categories",
  "attributes",
  "tax_class",
  "featured",
  "released_at",
  "pictures",
  "gtins",
  "variant_attributes",
  "picture",
  ...money,
  "stock",
  "stock_was",
] as const;

/** Only read: names from the root to the category, "Home > Kitchen"; what is not there yet is made. */
export const PATH_COLUMNS = ["category_path_ru", "category_path_en"] as const;

const KNOWN = new Set<string>([...TABLE_COLUMNS, ...PATH_COLUMNS]);
const CODED = /^(?:attribute|option)\.(?!__proto__$).{1,100}$/s;

/** Whether an import knows what to do with it: one of the lists above, `attribute.<code>` or `option.<code>`. */
export const isTableColumn = (name: string): boolean => KNOWN.has(name) || CODED.test(name);

/** Columns as their cells must be applied: what is referred to (pictures, a price) before what refers to it. */
export const inCellOrder = (names: readonly string[]): string[] =>
  names.toSorted((left, right) => rank(left) - rank(right));
const rank = (name: string) => {
  const index = (TABLE_COLUMNS as readonly string[]).indexOf(name);
  return index < 0 ? TABLE_COLUMNS.length : index;
};

const ALIASES: Record<string, readonly string[]> = {
  product: ["product id", "id", "external id", "handle", "товар", "код товара"],
  sku: ["article", "variant sku", "артикул", "код"],
  status: ["статус"],
  name_ru: ["название", "наименование", "имя", "name ru", "название ru"],
  name_en: ["name", "title", "name en", "название en"],
  description_ru: ["описание", "описание ru"],
  description_en: ["description", "body", "описание en"],
  brand: ["vendor", "manufacturer", "бренд", "производитель", "марка"],
  model: ["модель"],
  category_path_ru: ["категория", "раздел"],
  category_path_en: ["category", "category path", "product category"],
  pictures: [
    "image",
    "images",
    "image url",
    "image src",
    "picture url",
    "photo",
    "картинка",
    "картинки",
    "фото",
    "изображение",
  ],
  gtins: ["gtin", "ean", "upc", "barcode", "штрихкод", "штрих-код"],
  price_rub: ["цена", "цена rub", "цена, ₽", "price rub"],
  price_usd: ["price", "price usd"],
  price_eur: ["price eur"],
  compare_at_rub: ["старая цена", "compare at rub"],
  compare_at_usd: ["compare at price", "compare at usd"],
  stock: ["quantity", "qty", "inventory", "остаток", "количество"],
};
const byAlias = new Map(Object.entries(ALIASES).flatMap(([column, names]) => names.map((name) => [name, column])));

const plain = (header: string) =>
  header
    .trim()
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[\s_]+/g, " ");

/** The column that each header of a file most likely means, each column once; null: it is left out. */
export function guessColumns(headers: readonly string[]): (string | null)[] {
  const taken = new Set<string>();
  return headers.map((header) => {
    const name = header.trim();
    const snake = plain(header).replaceAll(" ", "_");
    const column = isTableColumn(name) ? name : KNOWN.has(snake) ? snake : byAlias.get(plain(header));
    if (!column || taken.has(column)) return null;
    taken.add(column);
    return column;
  });
}
