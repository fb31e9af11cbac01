import { Trans, useLingui } from "@lingui/react/macro";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { AuditList } from "#admin/audit-list.tsx";
import { useFieldName } from "#admin/audit-terms.ts";
import type { Product } from "#admin/product-model.ts";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { Field, Select } from "#core/ui/field.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";

/** What was done to a product, as a whole or to one field of it, for whoever may read the trail. */
export function ProductAudit({ product }: { product: Product }) {
  const api = useApi();
  const [field, choose] = useState("");
  const fields = useFields(product);
  const rights = useQuery(api.auth.staff.rights.queryOptions()).data ?? [];
  const enabled = rights.includes("audit:read");
  const asked = { subjectKind: "product", subjectId: product.id, ...(field && { field }) };
  const pages = useInfiniteQuery(
    api.core.audit.list.infiniteQueryOptions(asked, {
      enabled,
      getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    }),
  );
  const events = pages.data?.pages.flatMap((page) => page.events);
  if (!enabled)
    return (
      <p className="text-muted">
        <Trans>Who changed what is shown to admins.</Trans>
      </p>
    );
  return (
    <div className="grid gap-4">
      <div className="max-w-[24rem]">
        <Field label={<Trans>History of</Trans>}>
          {(control) => (
            <Select {...control} value={field} onChange={(event) => choose(event.target.value)}>
              <option value="">
                <Trans>The whole product</Trans>
              </option>
              {fields.map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div aria-live="polite">
        {events?.length === 0 && (
          <p className="text-muted">
            <Trans>None yet.</Trans>
          </p>
        )}
        {events && events.length > 0 && <AuditList events={events} />}
      </div>
      <ShowMore pages={pages} />
    </div>
  );
}

const FACTS = [
  "name",
  "description",
  "slug",
  "brand",
  "model",
  "taxClass",
  "typeId",
  "categories",
  "status",
  "publishAt",
  "unpublishAt",
];
/** As many variants as can be chosen from. */
const MOST = 200;

/** The fields of a product as the trail calls them, with what people call them. */
function useFields({ type, looseAttributes, options, variants }: Product): [field: string, name: string][] {
  const { t } = useLingui();
  const localized = useLocalized();
  const fieldName = useFieldName();
  const attributes = [...(type?.attributes.filter(({ perVariant }) => !perVariant) ?? []), ...looseAttributes];
  return [
    ...FACTS.map((field): [string, string] => [field, fieldName(field)]),
    ...attributes.map(({ code, name }): [string, string] => [`attribute ${code}`, localized(name) || code]),
    ...options.map(({ code, name }): [string, string] => {
      const option = localized(name) || code;
      return [`option ${code}`, t`Option “${option}”`];
    }),
    ...variants.slice(0, MOST).map(({ sku }): [string, string] => [`variant ${sku}`, t`Variant ${sku}`]),
  ];
}
