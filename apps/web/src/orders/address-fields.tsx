import { Trans, useLingui } from "@lingui/react/macro";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import type { Country } from "#orders/use-checkout.ts";

interface AddressFieldsProps {
  country: Country;
  onCountry: (country: Country) => void;
  defaults: Partial<Record<string, string>>;
  /** Name of the faulty field and what is wrong with it. */
  fault: { field: string; message: string } | null;
}

/** Who receives the parcel and where; names are those of the contract's address. */
export function AddressFields({ country, onCountry, defaults, fault }: AddressFieldsProps) {
  const { t } = useLingui();
  const errorOf = (field: string) => (fault?.field === field ? fault.message : undefined);
  const text = (name: string, autoComplete: string, maxLength: number) => ({
    name,
    autoComplete: `shipping ${autoComplete}`,
    maxLength,
    defaultValue: defaults[name] ?? "",
  });

  return (
    <div className="grid gap-4">
      <Field id="fullName" label={<Trans>Full name of the recipient</Trans>}>
        {(control) => <TextInput {...control} {...text("fullName", "name", 200)} required />}
      </Field>
      <Field
        id="phone"
        label={<Trans>Phone</Trans>}
        hint={<Trans>The courier calls before coming; nobody else will.</Trans>}
        error={errorOf("phone")}
      >
        {(control) => <TextInput {...control} {...text("phone", "tel", 30)} type="tel" inputMode="tel" required />}
      </Field>
      <Field id="country" label={<Trans>Country</Trans>}>
        {(control) => (
          <Select
            {...control}
            name="country"
            autoComplete="shipping country"
            value={country}
            onChange={(event) => onCountry(event.currentTarget.value as Country)}
          >
            <option value="RU">{t`Russia`}</option>
            <option value="DE">{t`Germany`}</option>
            <option value="US">{t`United States`}</option>
          </Select>
        )}
      </Field>
      {country === "US" && (
        <Field id="region" label={<Trans>State</Trans>} error={errorOf("region")}>
          {(control) => <TextInput {...control} {...text("region", "address-level1", 100)} required />}
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <Field id="city" label={<Trans>City</Trans>}>
          {(control) => <TextInput {...control} {...text("city", "address-level2", 100)} required />}
        </Field>
        <Field id="postcode" label={<Trans>Postcode</Trans>} error={errorOf("postcode")}>
          {(control) => (
            <TextInput
              {...control}
              {...text("postcode", "postal-code", 12)}
              inputMode={country === "US" ? "text" : "numeric"}
              required
            />
          )}
        </Field>
      </div>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <Field id="street" label={<Trans>Street and house</Trans>}>
          {(control) => <TextInput {...control} {...text("street", "address-line1", 200)} minLength={3} required />}
        </Field>
        <Field id="flat" label={<Trans>Flat</Trans>} optional>
          {(control) => <TextInput {...control} {...text("flat", "address-line2", 50)} />}
        </Field>
      </div>
    </div>
  );
}
