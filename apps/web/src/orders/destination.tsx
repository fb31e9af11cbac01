import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { formatPhone } from "#core/address/format-phone.ts";
import { AddressFields } from "#core/address/address-fields.tsx";
import { type AddressBook, type AddressForm, type SavedAddress, usePlaceLine } from "#core/address/address-texts.ts";
import { useVisitor } from "#core/app.ts";
import { Checkbox, Radio } from "#core/ui/field.tsx";
import type { Checkout } from "#orders/use-checkout.ts";

interface DestinationProps {
  book: AddressBook;
  forms: AddressForm[];
  checkout: Checkout;
  defaults: Partial<Record<string, string>>;
  fault: { field: string; message: string } | null;
}

/** Where the parcel goes: one of the shopper's addresses, the default one at first, or one that is typed in. */
export function Destination({ book, forms, checkout, defaults, fault }: DestinationProps) {
  const { signedIn } = useVisitor();
  const [chosen, setChosen] = useState(book.defaults?.shipping ?? "");
  const none = book.addresses.length === 0;
  const isTyped = none || chosen === "";
  const choose = ({ id, country, region }: Pick<SavedAddress, "id" | "country" | "region">) => {
    setChosen(id);
    checkout.setPlace({ country, region });
  };

  return (
    <>
      {!none && <SavedChoice addresses={book.addresses} chosen={chosen} onChoose={choose} />}
      {!none && (
        <Radio
          name="addressId"
          value=""
          checked={isTyped}
          onChange={() => choose({ id: "", country: checkout.country, region: "" })}
          required
        >
          <Trans>To another address</Trans>
        </Radio>
      )}
      {isTyped && (
        <AddressFields
          forms={forms}
          country={checkout.country}
          onCountry={(country) => checkout.setPlace({ country, region: "" })}
          onRegion={(region) => checkout.setPlace({ country: checkout.country, region })}
          defaults={defaults}
          fault={fault}
        />
      )}
      {isTyped && signedIn && (
        <Checkbox name="keepAddress">
          <Trans>Save to my addresses</Trans>
        </Checkbox>
      )}
    </>
  );
}

interface SavedChoiceProps {
  addresses: SavedAddress[];
  chosen: string;
  onChoose: (address: SavedAddress) => void;
}

function SavedChoice({ addresses, chosen, onChoose }: SavedChoiceProps) {
  const placeLine = usePlaceLine();
  return addresses.map((address) => (
    <Radio
      key={address.id}
      name="addressId"
      value={address.id}
      checked={chosen === address.id}
      onChange={() => onChoose(address)}
      required
    >
      <span className="font-medium">{address.fullName}</span>
      <span className="block text-sm text-muted">{placeLine(address)}</span>
      <span className="block text-sm text-muted">{formatPhone(address.phone)}</span>
    </Radio>
  ));
}
