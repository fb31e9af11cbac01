import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { type AddressForm, type Country, useCountryName } from "#core/address/address-texts.ts";
import { type Control, Field, Select, TextInput } from "#core/ui/field.tsx";

interface AddressFieldsProps {
  /** How each country that is served writes its addresses. */
  forms: AddressForm[];
  country: Country;
  onCountry: (country: Country) => void;
  /** For whoever counts by it. */
  onRegion?: (region: string) => void;
  defaults: Partial<Record<string, string>>;
  /** Name of the faulty field and what is wrong with it. */
  fault: { field: string; message: string } | null;
}

type PlaceName = AddressForm["fields"][number]["name"];

const TOKENS: Record<PlaceName, string> = {
  street: "address-line1",
  flat: "address-line2",
  city: "address-level2",
  region: "address-level1",
  postcode: "postal-code",
};
const LENGTHS: Record<PlaceName, number> = { street: 200, flat: 50, city: 100, region: 100, postcode: 12 };
const WIDE = "sm:col-span-2";
const WIDTHS: Partial<Record<PlaceName, string>> = { street: WIDE, city: WIDE, region: WIDE };

/** Who receives the parcel and where, as the country writes it; names are those of the contract's address. */
export function AddressFields({ forms, country, onCountry, onRegion, defaults, fault }: AddressFieldsProps) {
  const countryName = useCountryName();
  const form = forms.find((each) => each.country === country) ?? forms[0];
  const errorOf = (field: string) => (fault?.field === field ? fault.message : undefined);
  const text = (name: string, token: string, maxLength: number) => ({
    name,
    autoComplete: `shipping ${token}`,
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
            {forms.map((each) => (
              <option key={each.country} value={each.country}>
                {countryName(each.country)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        {form?.fields.map(({ name, required }) => (
          <div key={`${country} ${name}`} className={WIDTHS[name]}>
            <PlaceField form={form} name={name} required={required} error={errorOf(name)}>
              {(control) =>
                name === "region" ? (
                  <RegionSelect
                    form={form}
                    onRegion={onRegion}
                    {...control}
                    {...text(name, TOKENS[name], LENGTHS[name])}
                    required={required}
                  />
                ) : (
                  <TextInput
                    {...control}
                    {...text(name, TOKENS[name], LENGTHS[name])}
                    minLength={name === "street" ? 3 : undefined}
                    inputMode={name === "postcode" && !form.postcode.pattern.includes("-") ? "numeric" : undefined}
                    required={required}
                  />
                )
              }
            </PlaceField>
          </div>
        ))}
      </div>
    </div>
  );
}

interface PlaceFieldProps {
  form: AddressForm;
  name: PlaceName;
  required: boolean;
  error: string | undefined;
  children: (control: Control) => ReactNode;
}

function PlaceField({ form, name, required, error, children }: PlaceFieldProps) {
  const { example } = form.postcode;
  const labels: Record<PlaceName, ReactNode> = {
    street: <Trans>Street and house</Trans>,
    flat: <Trans>Flat</Trans>,
    city: <Trans>City</Trans>,
    region: form.regionType === "state" ? <Trans>State</Trans> : <Trans>Region</Trans>,
    postcode: <Trans>Postcode</Trans>,
  };
  return (
    <Field
      id={name}
      label={labels[name]}
      optional={!required}
      error={error}
      hint={name === "postcode" && <Trans>Like {example}</Trans>}
    >
      {children}
    </Field>
  );
}

interface RegionSelectProps extends Control {
  form: AddressForm;
  name: string;
  autoComplete: string;
  defaultValue: string;
  required: boolean;
  onRegion: AddressFieldsProps["onRegion"] | undefined;
}

function RegionSelect({ form, onRegion, ...control }: RegionSelectProps) {
  const { t } = useLingui();
  return (
    <Select {...control} onChange={(event) => onRegion?.(event.currentTarget.value)}>
      <option value="">{control.required ? t`Please choose` : t`Told by the postcode`}</option>
      {form.regions.map((region) => (
        <option key={region.value} value={region.value}>
          {region.name}
        </option>
      ))}
    </Select>
  );
}
