import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { UnsubscribeTarget, type UnsubscribeTokens } from "@vitrina/domain/users";

const TOKEN = /^([\w-]{22})\.([a-z-]{1,30})\.([a-z-]{1,30})\.([\w-]{43})$/;

/**
 * Tokens as `person.purpose.channel.mac`: nothing is stored of them, only this shop's key makes one, and it is good for
 * nothing but unsubscribing. They do not run out, for letters are kept.
 */
export function createUnsubscribeTokens(secret: string): UnsubscribeTokens {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "unsubscribe", 32));
  const macOf = ({ userId, purpose, channel }: UnsubscribeTarget) =>
    createHmac("sha256", key).update(`${userId}.${purpose}.${channel}`).digest();

  return {
    tokenOf(target) {
      const person = Buffer.from(target.userId.replaceAll("-", ""), "hex").toString("base64url");
      return `${person}.${target.purpose}.${target.channel}.${macOf(target).toString("base64url")}`;
    },

    read(token) {
      const [, person = "", purpose, channel, mac = ""] = TOKEN.exec(token) ?? [];
      const userId = Buffer.from(person, "base64url")
        .toString("hex")
        .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
      const { data: target } = UnsubscribeTarget.safeParse({ userId, purpose, channel });
      return target && timingSafeEqual(Buffer.from(mac, "base64url"), macOf(target)) ? target : null;
    },
  };
}
