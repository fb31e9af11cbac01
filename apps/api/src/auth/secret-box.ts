import type { SecretBox } from "@vitrina/domain/auth";
import type { Pepper } from "#auth/argon2-password-hasher.ts";
import { sealUnder } from "#core/seal.ts";

/**
 * AES-256-GCM under a key derived from a secret outside of the database and from the owner's id, as `version.base64url`:
 * a seal moved to another person's row does not open. The first key seals, the others only open.
 */
export function createSecretBox({ keys }: { keys: readonly [Pepper, ...Pepper[]] }): SecretBox {
  const boxOf = ({ key }: Pepper, owner: string) => sealUnder(key, `second factor:${owner}`);
  return {
    seal: (secret, owner) =>
      `${keys[0].version}.${Buffer.from(boxOf(keys[0], owner).seal(secret)).toString("base64url")}`,

    open(sealed, owner) {
      const [version, box = ""] = sealed.split(".");
      const key = keys.find((each) => each.version === version);
      if (!key) throw new Error(`no key of version ${version} to open a second factor with`);
      return boxOf(key, owner).open(Buffer.from(box, "base64url"));
    },
  };
}
