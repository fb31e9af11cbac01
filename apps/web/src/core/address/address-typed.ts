import { typedIn } from "#core/typed-in.ts";
import type { Country, SavedAddress } from "#core/address/address-texts.ts";

/** The address in a form with AddressFields; what the country does not ask for is empty. */
export function addressTyped(form: HTMLFormElement): Omit<SavedAddress, "id"> {
  const typed = typedIn(form);
  const text = (name: string) => typed(name).trim();
  return {
    fullName: text("fullName"),
    phone: text("phone"),
    country: text("country") as Country,
    region: text("region"),
    city: text("city"),
    postcode: text("postcode"),
    street: text("street"),
    flat: text("flat"),
  };
}
