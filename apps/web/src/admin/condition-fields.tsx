import { Trans, useLingui } from "@lingui/react/macro";
import type { ConditionDraft, Fact, RuleCountry } from "#admin/group-rule-draft.ts";
import { useCountryName } from "#core/address/address-texts.ts";
import { Checkbox, Field, Select, TextInput } from "#core/ui/field.tsx";
import { CURRENCIES } from "#core/visitor.ts";

const COUNTRIES: readonly RuleCountry[] = ["RU", "DE", "US"];

/** What a rule may ask of a customer. */
export function useFactNames(): Record<Fact, string> {
  const { t } = useLingui();
  return {
    orders: t`Placed orders`,
    spent: t`Spent`,
    registered: t`Registered since`,
    country: t`Country of the default address`,
    verified: t`E-mail confirmed`,
  };
}

interface ConditionFieldsProps {
  draft: ConditionDraft;
  onChange: (part: Partial<ConditionDraft>) => void;
}

/** The fields of one condition, as its fact asks for them. */
export function ConditionFields({ draft, onChange }: ConditionFieldsProps) {
  const countryName = useCountryName();
  switch (draft.fact) {
    case "orders":
    case "spent":
      return <Purchases draft={draft} onChange={onChange} />;
    case "registered":
      return (
        <Field label={<Trans>Since the day</Trans>}>
          {(control) => (
            <TextInput
              {...control}
              className="max-w-48"
              type="date"
              required
              value={draft.since}
              onChange={(event) => onChange({ since: event.currentTarget.value })}
            />
          )}
        </Field>
      );
    case "country":
      return (
        <div className="flex flex-wrap gap-x-6">
          {COUNTRIES.map((country) => (
            <Checkbox
              key={country}
              checked={draft.countries.includes(country)}
              onChange={() =>
                onChange({
                  countries: COUNTRIES.filter((each) => (each === country) !== draft.countries.includes(each)),
                })
              }
            >
              {countryName(country)}
            </Checkbox>
          ))}
        </div>
      );
    case "verified":
      return (
        <p className="text-muted">
          <Trans>The customer has followed the link in the letter.</Trans>
        </p>
      );
  }
}

function Purchases({ draft, onChange }: ConditionFieldsProps) {
  const money = draft.fact === "spent";
  return (
    <div className="flex flex-wrap items-start gap-3">
      <Field label={money ? <Trans>At least (amount)</Trans> : <Trans>At least (orders)</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            className="max-w-40"
            inputMode={money ? "decimal" : "numeric"}
            autoComplete="off"
            required
            maxLength={16}
            value={draft.atLeast}
            onChange={(event) => onChange({ atLeast: event.currentTarget.value })}
          />
        )}
      </Field>
      {money && (
        <Field label={<Trans>Currency</Trans>}>
          {(control) => (
            <Select
              {...control}
              value={draft.currency}
              onChange={(event) => onChange({ currency: event.currentTarget.value as ConditionDraft["currency"] })}
            >
              {CURRENCIES.map((currency) => (
                <option key={currency}>{currency}</option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field label={<Trans>Within the last days</Trans>} optional hint={<Trans>Empty: ever</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            className="max-w-40"
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={draft.withinDays}
            onChange={(event) => onChange({ withinDays: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
}
