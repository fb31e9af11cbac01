import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import type { AsOfSearch } from "#admin/as-of-search.ts";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import { CURRENCIES } from "#core/visitor.ts";

/** When, in which currency and category; a form that works without JavaScript. */
export function AsOfForm({ search: { at, currency, category } }: { search: AsOfSearch }) {
  const localized = useLocalized();
  const categories = useQuery(useApi().catalog.categories.queryOptions()).data ?? [];
  return (
    <form method="get" className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_8rem_1fr_auto]">
      <Field label={<Trans>Moment, Moscow time</Trans>}>
        {(control) => <TextInput {...control} name="at" type="datetime-local" required defaultValue={at ?? ""} />}
      </Field>
      <Field label={<Trans>Currency</Trans>}>
        {(control) => (
          <Select {...control} name="currency" defaultValue={currency}>
            {CURRENCIES.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={<Trans>Category</Trans>} optional>
        {(control) => (
          <Select {...control} key={categories.length} name="category" defaultValue={category ?? ""}>
            <option value="">
              <Trans>The whole shop</Trans>
            </option>
            {categories.map(({ id, slug, name }) => (
              <option key={id} value={slug}>
                {localized(name)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit" tone="secondary">
        <Trans>Show</Trans>
      </Button>
    </form>
  );
}
