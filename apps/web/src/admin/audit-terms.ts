import { useLingui } from "@lingui/react/macro";
import { formatMoment } from "#admin/format-moment.ts";
import type { Rule } from "#admin/group-rule-draft.ts";
import { usePermissionTexts } from "#admin/permission-texts.ts";
import { useRoleName } from "#admin/role-name.ts";
import { useRuleText } from "#admin/rule-text.ts";
import { useLocale } from "#core/app.ts";
import { type LocalizedText, useLocalized } from "#core/texts.ts";

/** What acts are done to, by the codes of the audit trail. */
export function useSubjectNames(): Record<string, string> {
  const { t } = useLingui();
  return {
    user: t`A person's account`,
    order: t`An order`,
    category: t`A category`,
    product: t`Product`,
    "bulk-edit": t`A change of several products`,
    view: t`A view of a list`,
    "product-type": t`A product type`,
    attribute: t`An attribute`,
    collection: t`A collection`,
    role: t`A role`,
    group: t`Group of customers`,
    variant: t`A variant`,
    location: t`A place that goods lie in`,
    "price-list": t`A price list`,
    rates: t`Rates of a currency`,
    tax: t`A tax`,
    transfer: t`A transfer`,
    invitation: t`An invitation`,
    session: t`A session`,
    "api-key": t`A key for programs`,
    "signing-keys": t`Signing keys`,
  };
}

/** What the fields of a change are called; an unknown one keeps its code, so that nothing is hidden. */
export function useFieldName(): (field: string) => string {
  const { t } = useLingui();
  const names: Record<string, string> = {
    role: t`Role`,
    roleName: t`Name of the role`,
    name: t`Name`,
    email: t`E-mail`,
    status: t`Status`,
    field: t`What was shown`,
    permissions: t`What the role allows`,
    scopes: t`What the key may do`,
    expiresAt: t`Works until`,
    invitedBy: t`Invited by`,
    fulfilmentState: t`Delivery`,
    paymentState: t`Payment`,
    code: t`Code for programs`,
    unit: t`Unit`,
    type: t`What it takes`,
    choices: t`Choices`,
    filterable: t`Filter in lists`,
    attributes: t`Attributes`,
    categories: t`Categories`,
    typeId: t`Product type`,
    description: t`Description`,
    brand: t`Brand`,
    model: t`Model`,
    taxClass: t`Tax class`,
    publishAt: t`In the shop from`,
    unpublishAt: t`In the shop until`,
    featured: t`Featured`,
    inCategory: t`In the category`,
    primaryCategoryId: t`Main category`,
    categoryId: t`Category`,
    picked: t`In the collection`,
    collectionId: t`Collection`,
    kind: t`What to do`,
    products: t`Products`,
    list: t`List`,
    search: t`Filter`,
    shared: t`For everybody`,
    rule: t`Rule`,
    slug: t`Address`,
    visible: t`Shown to shoppers`,
    productIds: t`Products`,
    parentId: t`Lies in`,
    position: t`Place among its neighbours`,
    userId: t`Customer`,
    from: t`Member from`,
    until: t`Member until`,
    noteId: t`Note`,
    left: t`Recovery codes left`,
    sessionId: t`Session`,
    amount: t`Price, minor units`,
    compareAt: t`Former price, minor units`,
    currency: t`Currency`,
    rateBasisPoints: t`Tax, hundredths of a percent`,
    included: t`Contained in prices`,
    base: t`Converted from`,
    unitCost: t`Rate, millionths`,
    ending: t`Prices end in`,
    holdDays: t`Days it holds`,
    beginsAt: t`Begins`,
    endsAt: t`Ends`,
    onHand: t`On hand`,
    reserved: t`Promised`,
    allocated: t`Set aside`,
    variantId: t`Article`,
    safetyStock: t`Safety stock`,
    backOrder: t`Sold to order`,
    locationId: t`Place`,
    priority: t`Priority`,
    countries: t`Countries served first`,
    closed: t`Closed`,
  };
  return (field) => names[field] ?? field.replace(/^attribute /, "");
}

const MOMENTS = ["from", "until", "expiresAt", "publishAt", "unpublishAt", "beginsAt", "endsAt"];
const TEXTS = ["name", "description", "unit"];

/** Rules of collections have branches: their conditions are told as they were written down. */
const isOfGroup = (rule: unknown): rule is Rule => Array.isArray(rule) && !Array.isArray(rule[0]);

/** A value of a change in the language of the page; an unknown one is shown as it was written down. */
export function useFieldValue(): (field: string, value: unknown) => string {
  const { t } = useLingui();
  const locale = useLocale();
  const localized = useLocalized();
  const ruleText = useRuleText();
  const roleName = useRoleName();
  const texts: Partial<Record<string, string>> = usePermissionTexts();
  const words: Record<string, Record<string, string>> = {
    status: {
      active: t`Open`,
      disabled: t`Closed`,
      draft: t`Draft`,
      published: t`Published`,
      archived: t`Archived`,
    },
    field: { email: t`E-mail`, phone: t`Phone` },
    fulfilmentState: { unfulfilled: t`To pack`, shipped: t`On their way`, delivered: t`Delivered` },
  };
  /** A choice of an attribute, or a plain word. */
  const named = (part: unknown): string => {
    if (typeof part !== "object" || part === null) return String(part);
    const { code, name } = part as { code?: string; name?: LocalizedText };
    return name ? `${localized(name)} (${code})` : JSON.stringify(part);
  };
  return (field, value) => {
    if (field === "rule") return isOfGroup(value) ? ruleText(value) : JSON.stringify(value);
    if (Array.isArray(value)) return value.map((each: unknown) => texts[String(each)] ?? named(each)).join("; ");
    if (TEXTS.includes(field) && typeof value === "object") return localized(value as LocalizedText);
    if (typeof value !== "string") return JSON.stringify(value);
    if (MOMENTS.includes(field)) return formatMoment(locale, value);
    return field === "role" ? roleName(value) : (words[field]?.[value] ?? value);
  };
}
