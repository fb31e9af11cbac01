import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const keyOf = (secret: string, purpose: string) =>
  Buffer.from(hkdfSync("sha256", secret, "", `vitrina:${purpose}`, 32));

/**
 * AES-256-GCM under a key derived from `secret` (HKDF-SHA256), which is not stored beside what it seals.
 * Layout: 12 bytes nonce, 16 bytes tag, ciphertext.
 */
export function sealUnder(secret: string, purpose: string) {
  return {
    seal(text: string): Uint8Array {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keyOf(secret, purpose), nonce);
      const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(box: Uint8Array): string {
      const decipher = createDecipheriv("aes-256-gcm", keyOf(secret, purpose), box.subarray(0, 12));
      decipher.setAuthTag(box.subarray(12, 28));
      return Buffer.concat([decipher.update(box.subarray(28)), decipher.final()]).toString("utf8");
    },
  };
}
