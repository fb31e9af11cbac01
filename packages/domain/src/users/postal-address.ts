import * as z from "zod";
import { InvalidAddress } from "./users.errors.ts";
import { PersonName } from "./user.ts";

/** Countries the shop delivers to, ISO 3166-1 alpha-2. */
export const Country = z.enum(["RU", "DE", "US"]);
export type Country = z.infer<typeof Country>;

/** A person and the place where they receive things. `phone` in E.164 after normalising. */
export const PostalAddress = z.strictObject({
  fullName: PersonName,
  phone: z.string().trim().min(5).max(30),
  country: Country,
  region: z.string().trim().max(100).default(""),
  city: z.string().trim().min(1).max(100),
  postcode: z.string().trim().min(3).max(12),
  street: z.string().trim().min(3).max(200),
  flat: z.string().trim().max(50).default(""),
});
export type PostalAddress = z.infer<typeof PostalAddress>;

/** Fields whose place in a form the country decides. */
export const AddressField = z.enum(["street", "flat", "city", "region", "postcode"]);

/** How a country writes its addresses: what a form asks for, in which order, and what it accepts. */
export const AddressForm = z.object({
  country: Country,
  fields: z.array(z.object({ name: AddressField, required: z.boolean() })),
  /** What the country's regions are called; null where addresses have none. */
  regionType: z.enum(["state", "oblast"]).nullable(),
  /** Each by the value that is kept and the name that is shown. */
  regions: z.array(z.object({ value: z.string(), name: z.string() })),
  postcode: z.object({ pattern: z.string(), example: z.string() }),
});
export type AddressForm = z.infer<typeof AddressForm>;

/** The number in E.164, or null when nobody could be called there. Without a country it must begin with `+`. */
export type ReadPhone = (typed: string, country: Country | null) => string | null;

export interface PostalRules {
  formOf(country: Country): AddressForm;
  readPhone: ReadPhone;
}

/**
 * The address as the shop keeps it: phone in E.164, postcode and region in the country's form, nothing where the country
 * has no such field (CHK-03, USER-03). What is kept is accepted again unchanged.
 * @throws InvalidAddress naming the field
 */
export function normaliseAddress<Kind extends PostalAddress>(address: Kind, rules: PostalRules): Kind {
  const form = rules.formOf(address.country);
  const phone = rules.readPhone(address.phone, address.country);
  if (phone === null) throw new InvalidAddress({ field: "phone" });
  return { ...address, phone, postcode: postcodeIn(form, address.postcode), region: regionIn(form, address.region) };
}

function postcodeIn({ postcode: { pattern } }: AddressForm, typed: string): string {
  const whole = new RegExp(`^(?:${pattern})$`);
  const accepted = spellingsOf(typed.replace(/[\s-]/g, "")).find((spelling) => whole.test(spelling));
  if (accepted === undefined) throw new InvalidAddress({ field: "postcode" });
  return accepted;
}

/** The bare code, and with one hyphen at every place where a country may want it. */
const spellingsOf = (bare: string): string[] => [
  bare,
  ...Array.from(bare, (_, at) => `${bare.slice(0, at)}-${bare.slice(at)}`),
];

function regionIn({ fields, regions }: AddressForm, typed: string): string {
  const field = fields.find(({ name }) => name === "region");
  if (!field || (typed === "" && !field.required)) return "";
  const wanted = typed.toLowerCase();
  const region = regions.find(({ value, name }) => [value, name].some((text) => text.toLowerCase() === wanted));
  if (!region) throw new InvalidAddress({ field: "region" });
  return region.value;
}
