import type { BulkChange, BulkChoice } from "#admin/bulk-model.ts";
import { momentTyped } from "#admin/price-text.ts";
import { CURRENCIES } from "#core/visitor.ts";

/** A change by what was typed, or the name of the field that does not make one. */
export type Drafted = BulkChange | { lacks: string };

interface Draft {
  choice: BulkChoice;
  typed: (name: string) => string;
  /** The category or collection that was chosen. */
  target: string | null;
}

/** The change that a form of bulk edits asks for. */
export function changeTyped({ choice, typed, target }: Draft): Drafted {
  const from = momentTyped(typed("from"));
  switch (choice) {
    case "publish":
      return { kind: "publish", from };
    case "unpublish":
    case "archive":
      return { kind: choice };
    case "category-put":
    case "category-take":
    case "category-primary": {
      const act = ({ "category-put": "put", "category-take": "take", "category-primary": "primary" } as const)[choice];
      return target === null ? { lacks: "target" } : { kind: "category", categoryId: target, act };
    }
    case "collection-put":
    case "collection-take": {
      const act = choice === "collection-put" ? "put" : "take";
      return target === null ? { lacks: "target" } : { kind: "collection", collectionId: target, act };
    }
    case "brand":
      return { kind: "brand", brand: typed("brand").trim() || null };
    case "featured":
    case "not-featured":
      return { kind: "featured", featured: choice === "featured" };
    case "price-percent":
    case "price-amount": {
      const hundredths = signedHundredths(typed("by"));
      if (hundredths === null || hundredths === 0) return { lacks: "by" };
      const by =
        choice === "price-percent"
          ? ({ in: "percent", basisPoints: hundredths } as const)
          : ({ in: "amount", amount: hundredths } as const);
      if (by.in === "percent" && (by.basisPoints < -9_900 || by.basisPoints > 100_000)) return { lacks: "by" };
      return {
        kind: "price",
        currency: CURRENCIES.find((each) => each === typed("currency")) ?? CURRENCIES[0],
        by,
        from,
      };
    }
    case "safety-stock": {
      const pieces = typed("pieces").trim();
      return /^\d{1,6}$/.test(pieces) ? { kind: "safety-stock", pieces: Number(pieces) } : { lacks: "pieces" };
    }
  }
}

/** Hundredths of what was typed with a sign, "−10,5" or "+12.50"; null for what is no such number. */
export function signedHundredths(text: string): number | null {
  const plain = text
    .replaceAll(/[\s\u00A0\u202F%]/g, "")
    .replace(",", ".")
    .replace("−", "-");
  const [, sign, whole, part = ""] = /^([+-]?)(\d{1,7})(?:\.(\d{1,2}))?$/.exec(plain) ?? [];
  if (whole === undefined) return null;
  return (sign === "-" ? -1 : 1) * (Number(whole) * 100 + Number(part.padEnd(2, "0")));
}
