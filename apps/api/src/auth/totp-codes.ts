import type { TotpCodes } from "@vitrina/domain/auth";
import { Secret, TOTP } from "otpauth";

/** What every authenticator app can do: SHA-1, six digits, 30 seconds (RFC 6238). */
const COMMON = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** Steps before and after the present one that are taken too (RFC 6238 section 5.2). */
const WINDOW = 1;
const SECRET_BYTES = 20;
const RECOVERY_BYTES = 15;

/** One-time codes of authenticator apps. `issuer` is the shop's name. */
export const createTotpCodes = ({ issuer }: { issuer: string }): TotpCodes => ({
  newSecret: () => new Secret({ size: SECRET_BYTES }).base32,

  uriOf: (secret, account) => new TOTP({ ...COMMON, issuer, label: account, secret }).toString(),

  stepOf(secret, code, now) {
    // The library compares bytes of equal length, and throws at digits of other scripts.
    if (!/^\d{6}$/.test(code)) return null;
    const timestamp = now.getTime();
    const totp = new TOTP({ ...COMMON, secret });
    const delta = totp.validate({ token: code, timestamp, window: WINDOW });
    return delta === null ? null : totp.counter({ timestamp }) + delta;
  },

  newRecoveryCode: () => new Secret({ size: RECOVERY_BYTES }).base32,
});
