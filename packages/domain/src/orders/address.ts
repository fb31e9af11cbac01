import type { Address, Country } from "./order.ts";
import { InvalidAddress } from "./orders.errors.ts";
import { US_STATES } from "./us-states.ts";

/**
 * The address as the shop keeps it: phone in E.164, postcode and region in the country's form (CHK-03).
 * @throws InvalidAddress naming the field
 */
export function normaliseAddress(address: Address): Address {
  const { country } = address;
  return {
    ...address,
    phone: normalisePhone(address.phone, country),
    postcode: normalisePostcode(address.postcode, country),
    region: normaliseRegion(address.region, country),
  };
}

const CALLING_CODES: Record<Country, { code: string; trunk: string; nationalDigits: RegExp }> = {
  RU: { code: "7", trunk: "8", nationalDigits: /^\d{10}$/ },
  DE: { code: "49", trunk: "0", nationalDigits: /^[1-9]\d{5,12}$/ },
  US: { code: "1", trunk: "1", nationalDigits: /^[2-9]\d{9}$/ },
};

/** Numbers in `+7` and `+1` have one length; elsewhere E.164 allows 8 to 15 digits. */
const E164 = /^\+(?:7\d{10}|1[2-9]\d{9}|[2-689]\d{7,14})$/;

function normalisePhone(phone: string, country: Country): string {
  if (!/^\+?[\d\s().-]+$/.test(phone)) throw new InvalidAddress({ field: "phone" });
  const digits = phone.replace(/\D/g, "");
  const number = phone.startsWith("+") ? `+${digits}` : toInternational(digits, country);
  if (!E164.test(number)) throw new InvalidAddress({ field: "phone" });
  return number;
}

function toInternational(digits: string, country: Country): string {
  const { code, trunk, nationalDigits } = CALLING_CODES[country];
  if (digits.startsWith("00")) return `+${digits.slice(2)}`;
  for (const prefix of [trunk, code, ""]) {
    const national = digits.slice(prefix.length);
    if (digits.startsWith(prefix) && nationalDigits.test(national)) return `+${code}${national}`;
  }
  return `+${digits}`;
}

const POSTCODES: Record<Country, RegExp> = { RU: /^\d{6}$/, DE: /^\d{5}$/, US: /^\d{5}(?:-\d{4})?$/ };

function normalisePostcode(postcode: string, country: Country): string {
  const compact = postcode.replace(/\s/g, "");
  const code = country === "US" && /^\d{9}$/.test(compact) ? `${compact.slice(0, 5)}-${compact.slice(5)}` : compact;
  if (!POSTCODES[country].test(code)) throw new InvalidAddress({ field: "postcode" });
  return code;
}

function normaliseRegion(region: string, country: Country): string {
  if (country !== "US") return region;
  const state = US_STATES.find(([code, name]) =>
    [code, name].some((text) => text.toLowerCase() === region.toLowerCase()),
  );
  if (!state) throw new InvalidAddress({ field: "region" });
  return state[0];
}
