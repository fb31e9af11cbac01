import { useLingui } from "@lingui/react/macro";
import type { BulkChange, BulkChoice, BulkOutcome, BulkRow, BulkSheet } from "#admin/bulk-model.ts";
import { useBlockerText } from "#admin/blocker-text.ts";
import { formatMoment } from "#admin/format-moment.ts";
import { useLocale } from "#core/app.ts";
import { formatMoney } from "#core/format.ts";
import { type LocalizedText, useLocalized } from "#core/texts.ts";

/** What can be done with several products. */
export function useChoiceTexts(): Record<BulkChoice, string> {
  const { t } = useLingui();
  return {
    publish: t`Publish`,
    unpublish: t`Take out of the shop`,
    archive: t`Archive`,
    "category-put": t`Put into a category`,
    "category-take": t`Take out of a category`,
    "category-primary": t`Give a main category`,
    "collection-put": t`Put into a collection`,
    "collection-take": t`Take out of a collection`,
    brand: t`Set the brand`,
    featured: t`Feature`,
    "not-featured": t`Feature no longer`,
    "price-percent": t`Change prices by percent`,
    "price-amount": t`Change prices by an amount`,
    "safety-stock": t`Set the safety stock`,
  };
}

const signed = (text: string, negative: boolean) => `${negative ? "−" : "+"}${text}`;

/** A change in a few words: what it does, and from when. */
export function useChangeText(): (change: BulkChange, target: LocalizedText | null) => string {
  const { t } = useLingui();
  const locale = useLocale();
  const localized = useLocalized();
  const choices = useChoiceTexts();
  const from = (text: string, instant: string | null) => {
    if (instant === null) return text;
    const moment = formatMoment(locale, instant);
    return t`${text}, from ${moment}`;
  };
  return (change, target) => {
    const about = target ? `: ${localized(target)}` : "";
    switch (change.kind) {
      case "publish":
        return from(choices.publish, change.from);
      case "category":
        return `${choices[`category-${change.act}`]}${about}`;
      case "collection":
        return `${choices[`collection-${change.act}`]}${about}`;
      case "brand":
        return `${choices.brand}: ${change.brand ?? t`none`}`;
      case "featured":
        return choices[change.featured ? "featured" : "not-featured"];
      case "safety-stock":
        return `${choices["safety-stock"]}: ${change.pieces}`;
      case "price": {
        const { by, currency } = change;
        const size =
          by.in === "percent"
            ? signed(`${(Math.abs(by.basisPoints) / 100).toLocaleString(locale)} %`, by.basisPoints < 0)
            : signed(formatMoney(locale, { amount: Math.abs(by.amount), currency }), by.amount < 0);
        return from(t`Prices in ${currency}: ${size}`, change.from);
      }
      default:
        return choices[change.kind];
    }
  };
}

export function useBulkStates(): Record<BulkSheet["state"], string> {
  const { t } = useLingui();
  return {
    checking: t`Being tried`,
    checked: t`Tried, nothing is changed yet`,
    running: t`Being done`,
    done: t`Done`,
    failed: t`Stopped by a fault of the shop`,
    undoing: t`Being undone`,
    undone: t`Undone`,
  };
}

export function useOutcomeTexts(): Record<BulkOutcome, string> {
  const { t } = useLingui();
  return {
    waiting: t`not tried yet`,
    ready: t`would change`,
    unchanged: t`are so already`,
    refused: t`refused`,
    changed: t`changed`,
    restored: t`went back`,
    kept: t`left alone`,
  };
}

/** Why a product was not changed, or not taken back. */
export function useReasonText(): (row: Pick<BulkRow, "reason" | "blockers">) => string {
  const { t } = useLingui();
  const missing = useBlockerText();
  return ({ reason, blockers }) => {
    switch (reason) {
      case "not-publishable":
        return t`Still missing: ${blockers.map(missing).join(", ")}`;
      case "changed-since":
        return t`Somebody changed it meanwhile`;
      case "deleted":
        return t`It was deleted`;
      case "main-category":
        return t`This is its main category: give it another one first`;
      case "no-price":
        return t`It has no price in this currency`;
      case "price-too-low":
        return t`The price would be nothing or less`;
      case "price-too-high":
        return t`The price would be more than a price can be`;
      case "price-planned":
        return t`Another change of the price is planned there`;
      case null:
        return "";
    }
  };
}
