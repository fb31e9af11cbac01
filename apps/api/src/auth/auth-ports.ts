import { createArgon2PasswordHasher } from "#auth/argon2-password-hasher.ts";
import { createJoseTokenSigner } from "#auth/jose-token-signer.ts";
import { tokenBox } from "#auth/sealed-token-box.ts";
import { ensureSigningKeys, openKeyring } from "#auth/signing-keys.ts";
import { createZxcvbnPasswordStrength } from "#auth/zxcvbn-password-strength.ts";

interface Options {
  /** Where the signing keys are. */
  keysFile: string;
  /** Whether to make them when they are not: in dev and test, never in production. */
  makeKeys: boolean;
  pepper: string;
  /** The shop's public address. */
  issuer: string;
  now: Date;
}

/** What the auth room needs of this machine, as `createAuthService` takes it. */
export async function openAuthPorts({ keysFile, makeKeys, pepper, issuer, now }: Options) {
  if (makeKeys) await ensureSigningKeys(keysFile, now);
  const keyring = openKeyring(keysFile);
  await keyring();
  return {
    tokens: createJoseTokenSigner({ issuer, keyring }),
    passwords: createArgon2PasswordHasher({ peppers: [{ version: "1", key: pepper }] }),
    strength: createZxcvbnPasswordStrength(),
    box: tokenBox,
  };
}
