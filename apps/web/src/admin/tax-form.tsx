import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useExplainTaxRefusal } from "#admin/explain-tax-refusal.ts";
import { amountTyped, momentTyped } from "#admin/price-text.ts";
import { type AddressForm, type Country, useCountryName } from "#core/address/address-texts.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

/** A tax of a country or region from now on, or from a moment on. */
export function TaxForm({ version }: { version: number }) {
  const { pricing, users } = useApi();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const explain = useExplainTaxRefusal();
  const forms = useQuery(users.addresses.forms.queryOptions()).data ?? [];
  const [wrong, setWrong] = useState(false);
  const add = useMutation(
    pricing.taxes.add.mutationOptions({
      onSuccess: () => showToast({ message: <Trans>The tax is saved.</Trans> }),
      onSettled: () => queryClient.invalidateQueries({ queryKey: pricing.taxes.pathKey() }),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    // Basis points are hundredths of a percent, as minor units are of a price.
    const rateBasisPoints = amountTyped(typed("percent"));
    const fits = rateBasisPoints != null && rateBasisPoints <= 10_000;
    setWrong(!fits);
    if (!fits) return;
    add.mutate({
      country: forms.find(({ country }) => country === typed("country"))?.country ?? "RU",
      region: typed("region"),
      taxClass: typed("taxClass").trim(),
      rateBasisPoints,
      included: typed("included") === "yes",
      from: momentTyped(typed("from")),
      version,
    });
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      {add.error && <Alert>{explain(refusalOf(add.error))}</Alert>}
      {wrong && (
        <Alert>
          <Trans>Type the tax as a number of percent, such as 20 or 8.25.</Trans>
        </Alert>
      )}
      <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Place forms={forms} />
        <Terms />
      </div>
      <Button type="submit" className="justify-self-start" busy={add.isPending}>
        <Trans>Save the tax</Trans>
      </Button>
    </form>
  );
}

function Place({ forms }: { forms: readonly AddressForm[] }) {
  const [country, setCountry] = useState<Country>("RU");
  const countryName = useCountryName();
  const regions = forms.find((form) => form.country === country)?.regions ?? [];
  return (
    <>
      <Field label={<Trans>Country</Trans>}>
        {(control) => (
          <Select
            {...control}
            name="country"
            value={country}
            onChange={(event) => setCountry(event.currentTarget.value as Country)}
          >
            {forms.map((form) => (
              <option key={form.country} value={form.country}>
                {countryName(form.country)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={<Trans>Region</Trans>} hint={<Trans>Its own tax goes before the country's</Trans>}>
        {(control) => (
          <Select {...control} key={country} name="region">
            <option value="">
              <Trans>The whole country</Trans>
            </option>
            {regions.map(({ value, name }) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}

function Terms() {
  return (
    <>
      <Field label={<Trans>Tax class</Trans>} hint={<Trans>As products have it; delivery is standard</Trans>}>
        {(control) => (
          <TextInput {...control} name="taxClass" required maxLength={40} autoComplete="off" defaultValue="standard" />
        )}
      </Field>
      <Field label={<Trans>Percent</Trans>}>
        {(control) => <TextInput {...control} name="percent" required inputMode="decimal" autoComplete="off" />}
      </Field>
      <Field label={<Trans>Prices of the shop</Trans>}>
        {(control) => (
          <Select {...control} name="included">
            <option value="yes">
              <Trans>contain it</Trans>
            </option>
            <option value="no">
              <Trans>it comes on top</Trans>
            </option>
          </Select>
        )}
      </Field>
      <Field label={<Trans>Begins</Trans>} optional hint={<Trans>Moscow time; empty: now</Trans>}>
        {(control) => <TextInput {...control} name="from" type="datetime-local" />}
      </Field>
    </>
  );
}
