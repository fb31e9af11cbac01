import type { ReadPhone } from "@vitrina/domain/users";
import { parsePhoneNumberFromString } from "libphonenumber-js/min";

/** Country code and at least six digits: shorter ones are called within one town or network only. */
const E164 = /^\+[1-9]\d{6,14}$/;

/** What libphonenumber makes of a number. One with an extension is refused: E.164 would lose it. */
export const readPhone: ReadPhone = (typed, country) => {
  const number = parsePhoneNumberFromString(typed, { extract: false, ...(country && { defaultCountry: country }) });
  return number?.isValid() && !number.ext && E164.test(number.number) ? number.number : null;
};
