import { amountTyped } from "#admin/price-text.ts";
import { CURRENCIES, type Currency } from "#core/visitor.ts";

export interface PastedPrice {
  sku: string;
  currency: Currency;
  minQuantity: number;
  amount: number | null;
  from: string | null;
  until: string | null;
}

/**
 * Lines of a table as it is copied from a spreadsheet: SKU, price, then currency and quantity if they are not roubles
 * and 1. An empty price takes the entry out. `faults` are the numbers of lines that make no sense, from 1.
 */
export function pastedPrices(text: string, period: Pick<PastedPrice, "from" | "until">) {
  const prices = new Map<string, PastedPrice>();
  const faults: number[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const [sku = "", price = "", money = "", pieces = ""] = line.split(/[\t;]/).map((cell) => cell.trim());
    const amount = amountTyped(price);
    const currency = money === "" ? "RUB" : CURRENCIES.find((each) => each === money.toUpperCase());
    const minQuantity = pieces === "" ? 1 : Number(pieces);
    const fits =
      sku !== "" && amount !== undefined && Number.isInteger(minQuantity) && minQuantity >= 1 && minQuantity <= 999;
    if (!fits || !currency) faults.push(index + 1);
    else prices.set(`${sku} ${currency} ${minQuantity}`, { sku, currency, minQuantity, amount, ...period });
  }
  return { prices: [...prices.values()], faults };
}
