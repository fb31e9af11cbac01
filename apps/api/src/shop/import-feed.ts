import { createHash } from "node:crypto";
import {
  type Fault,
  type ImportChange,
  type MappedRow,
  mapImportRow,
  type ProductDraft,
  type TermsChange,
} from "@vitrina/domain/catalog";
import type { ImportFile } from "#shop/import-file.ts";
import type { ImportFormat, ImportItem, Outcome } from "#shop/import-run.ts";
import type { ImportTools } from "#shop/import-tools.ts";
import { termsOf } from "#shop/import-tools.ts";
import { readLines } from "#shop/lines.ts";

/** Part of each content hash: raise it when the mapping changes, so that the next import writes all rows again. */
const MAPPING = 1;

export interface FeedOptions {
  importId: string;
  file: ImportFile;
  /** Where the products come from: they are known by (source, externalId). */
  source: string;
  /** Pieces that a new product gets; none when the feed says that it is out of stock. */
  stock: number;
}

interface FeedRow extends ImportItem, Omit<MappedRow, "notices"> {
  externalId: string;
  source: string;
  contentHash: ProductDraft["contentHash"];
}

/** Lines of JSON, each all that a merchant says of one product. */
export const feedFormat = (tools: ImportTools, options: FeedOptions): ImportFormat<FeedRow> => ({
  async *entries() {
    for await (const { number, position, text, reason } of readLines(options.file)) {
      const entry = text === null ? rejection("line", reason ?? "invalid") : mapLine(text, options.source, number);
      yield { number, position, ...entry };
    }
  },
  async preview(rows) {
    const outcomes = new Map<number, Outcome>();
    for (const [source, ofSource] of Map.groupBy(rows, (row) => row.source)) {
      const drafts = ofSource.map(({ externalId, contentHash }) => ({ externalId, contentHash }));
      const found = await tools.catalog.previewImport(source, drafts);
      ofSource.forEach(({ number }, index) => outcomes.set(number, found[index] ?? "unchanged"));
    }
    return { outcomes: rows.map(({ number }) => outcomes.get(number) ?? null), faults: [] };
  },
  async write(rows) {
    const outcomes = new Map<number, Outcome>();
    for (const [source, ofSource] of Map.groupBy(rows, (row) => row.source)) {
      const written = await writeOfSource(tools, ofSource, { ...options, source });
      ofSource.forEach(({ number }, index) => outcomes.set(number, written[index] ?? "unchanged"));
    }
    return { outcomes: rows.map(({ number }) => outcomes.get(number) ?? null), faults: [] };
  },
});

type Mapped = { item: FeedRow } | { faults: Fault[]; externalId: string | null };
const rejection = (field: string, reason: Fault["reason"]): Mapped => ({
  faults: [{ field, reason, detail: null }],
  externalId: null,
});

/** A line is a product, or `{"catalogue": <source>, "row": <product>}`. */
function mapLine(text: string, fallback: string, number: number): Mapped {
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    return rejection("line", "no-json");
  }
  if (typeof input !== "object" || input === null || Array.isArray(input)) return rejection("line", "no-json");
  const { row, catalogue } = input as { row?: unknown; catalogue?: unknown };
  const source = row && typeof catalogue === "string" ? catalogue : fallback;
  const mapped = mapImportRow(source, row ?? input);
  if ("faults" in mapped) {
    const { externalId } = (row ?? input) as { externalId?: unknown };
    return { ...mapped, externalId: typeof externalId === "string" ? externalId : null };
  }
  const { notices, inStock: _, ...content } = mapped;
  const contentHash = createHash("sha256")
    .update(JSON.stringify([MAPPING, content]))
    .digest();
  const { externalId } = mapped.product;
  const name = `${source}\n${externalId}`;
  return { item: { ...mapped, notices, source, externalId, contentHash, number, name, group: name } };
}

async function writeOfSource(tools: ImportTools, rows: FeedRow[], { importId, source, stock: pieces }: FeedOptions) {
  const imported = await tools.catalog.importProducts({
    source,
    categories: distinct(
      rows.flatMap(({ categories }) => categories),
      ({ key }) => key,
    ),
    attributes: distinct(
      rows.flatMap(({ attributes }) => attributes),
      ({ code, type }) => `${code} ${type}`,
    ),
    products: rows.map(({ product, contentHash }) => ({ ...product, contentHash })),
  });
  const written = rows.flatMap((row, index) => {
    const result = imported[index];
    return result && result.outcome !== "unchanged" ? [{ row, result }] : [];
  });
  const before = await termsOf(
    tools,
    written.flatMap(({ result }) => (result.before ? result.variants : [])),
  );
  await tools.pricing.setPrices(
    written.flatMap(({ row: { price }, result }) =>
      price ? result.variants.map(({ id }) => ({ variantId: id, ...price })) : [],
    ),
  );
  await tools.inventory.receive(
    written.flatMap(({ row, result }) =>
      result.outcome === "created" && receives(row, pieces)
        ? result.variants.map(({ id }) => ({ variantId: id, quantity: pieces }))
        : [],
    ),
    { actor: "import", reference: source },
  );
  await tools.imports.addChanges(
    importId,
    written.map(({ row, result: { productId, before: was, variants } }): ImportChange => {
      const stock = was === null && receives(row, pieces) ? { before: 0, after: pieces } : null;
      return { productId, before: was, terms: variants.flatMap(termsChange({ price: row.price, stock }, before)) };
    }),
  );
  return imported.map(({ outcome }) => outcome);
}

const receives = ({ inStock }: FeedRow, pieces: number) => inStock !== false && pieces > 0;

type Given = Pick<FeedRow, "price"> & Pick<TermsChange, "stock">;
const termsChange =
  ({ price, stock }: Given, terms: Awaited<ReturnType<typeof termsOf>>) =>
  ({ id, sku }: { id: string; sku: string }): TermsChange[] => {
    const before = (price && terms.get(sku)?.prices[price.currency]) ?? null;
    const same = !price || (before?.amount === price.amount && before.compareAt === price.compareAt);
    const after = price && { amount: price.amount, compareAt: price.compareAt };
    const prices = same || !after ? [] : [{ currency: price.currency, before, after }];
    return prices.length > 0 || stock ? [{ variantId: id, prices, stock }] : [];
  };

const distinct = <T>(items: T[], keyOf: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];
