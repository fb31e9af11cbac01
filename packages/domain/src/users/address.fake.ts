import type { AddressBook } from "./address-book.ts";
import type { AddressRepository } from "./address.repository.ts";
import type { AddressForm, PostalAddress, PostalRules } from "./postal-address.ts";

/** How the served countries write their addresses, as far as tests of the rules need it. */
export const postalRules: PostalRules = {
  formOf: (country) => ({ country, ...FORMS[country] }),
  readPhone(typed, country) {
    const digits = typed.replace(/[^\d+]/g, "");
    const [trunk, code] = country === "RU" ? [/^8(?=\d{10}$)/, "+7"] : [/^0/, "+49"];
    const number = country ? digits.replace(trunk, code) : digits;
    return /^\+\d{10,15}$/.test(number) ? number : null;
  },
};

const field = (name: AddressForm["fields"][number]["name"], required = true) => ({ name, required });
const FORMS: Record<AddressForm["country"], Omit<AddressForm, "country">> = {
  RU: {
    fields: [field("street"), field("flat", false), field("city"), field("region", false), field("postcode")],
    regionType: "oblast",
    regions: [{ value: "Московская область", name: "Московская область" }],
    postcode: { pattern: String.raw`\d{6}`, example: "103375" },
  },
  DE: {
    fields: [field("street"), field("flat", false), field("postcode"), field("city")],
    regionType: null,
    regions: [],
    postcode: { pattern: String.raw`\d{5}`, example: "26133" },
  },
  US: {
    fields: [field("street"), field("flat", false), field("city"), field("region"), field("postcode")],
    regionType: "state",
    regions: [{ value: "NY", name: "New York" }],
    postcode: { pattern: String.raw`\d{5}(?:-\d{4})?`, example: "95014" },
  },
};

export const aPostalAddress = (changes: Partial<PostalAddress> = {}): PostalAddress => ({
  fullName: "Анна Иванова",
  phone: "+79123456789",
  country: "RU",
  region: "",
  city: "Москва",
  postcode: "101000",
  street: "Мясницкая, 1",
  flat: "",
  ...changes,
});

/** Address books in memory. */
export function fakeAddresses(): AddressRepository {
  const books = new Map<string, AddressBook>();
  const book = async (userId: string) => books.get(userId) ?? { addresses: [], defaults: null };
  return {
    book,
    lock: book,
    find: async (userId, id) => (await book(userId)).addresses.find((address) => address.id === id) ?? null,
    async add(userId, address, defaults) {
      books.set(userId, { addresses: [address, ...(await book(userId)).addresses], defaults });
    },
    async replace(userId, address) {
      const { addresses, defaults } = await book(userId);
      const at = addresses.findIndex(({ id }) => id === address.id);
      if (at >= 0) books.set(userId, { addresses: addresses.with(at, address), defaults });
      return at >= 0;
    },
    async remove(userId, id, defaults) {
      const { addresses } = await book(userId);
      books.set(userId, { addresses: addresses.filter((address) => address.id !== id), defaults });
    },
    async setDefaults(userId, defaults) {
      books.set(userId, { ...(await book(userId)), defaults });
    },
  };
}
