import { Trans } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { AddressFields } from "#core/address/address-fields.tsx";
import type { AddressForm as CountryForm, Country, SavedAddress } from "#core/address/address-texts.ts";
import { addressTyped } from "#core/address/address-typed.ts";
import { useLocale } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Alert, ErrorSummary } from "#core/ui/states.tsx";
import { useAddressChanges } from "#users/use-address-changes.ts";
import { useExplainUsersRefusal } from "#users/explain-users-refusal.ts";

interface AddressFormProps {
  forms: CountryForm[];
  /** The address to edit; absent for a new one. */
  address?: SavedAddress;
  /** Name of a new addressee, to save typing. */
  fullName?: string;
}

/** A new address, or another wording of one; what was typed stays after a refusal. */
export function AddressForm({ forms, address, fullName = "" }: AddressFormProps) {
  const locale = useLocale();
  const navigate = useNavigate();
  const explain = useExplainUsersRefusal();
  const { add, change } = useAddressChanges();
  const [country, setCountry] = useState<Country>(address?.country ?? (locale === "ru" ? "RU" : "DE"));
  const saving = address ? change : add;
  const refusal = refusalOf(saving.error);
  const message = saving.error ? explain(refusal) : null;
  const field = refusal?.code === "users.invalid-address" ? refusal.details.field : null;

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (saving.isPending) return;
    const typed = addressTyped(event.currentTarget);
    const done = { onSuccess: () => void navigate({ to: "/account/addresses" }) };
    if (address) change.mutate({ ...typed, id: address.id }, done);
    else add.mutate(typed, done);
  };

  return (
    <form method="post" onSubmit={submit} className="grid max-w-[640px] gap-6">
      {message && (field ? <ErrorSummary errors={[{ fieldId: field, message }]} /> : <Alert>{message}</Alert>)}
      <AddressFields
        forms={forms}
        country={country}
        onCountry={setCountry}
        defaults={address ?? { fullName }}
        fault={field && message ? { field, message } : null}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={saving.isPending || saving.isSuccess}>
          <Trans>Save the address</Trans>
        </Button>
        <LinkButton tone="quiet" to="/account/addresses">
          <Trans>Cancel</Trans>
        </LinkButton>
      </div>
    </form>
  );
}
