import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";
import type { DeviceMarks } from "@vitrina/domain/auth";
import { canonicalEmail } from "@vitrina/domain/users";

const KEPT = 365 * 86_400_000;
const MARK = /^([\w-]{22})\.(\d{13})\.([\w-]{43})$/;

/** Marks as `device.end.mac`: nothing is stored of them, and only this shop's key makes one. */
export function createDeviceMarks(secret: string): DeviceMarks {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "device mark", 32));
  const macOf = (account: string, device: string, end: string) =>
    createHmac("sha256", key)
      .update(`${device}.${end}.${canonicalEmail(account)}`)
      .digest();

  return {
    issue(account, now) {
      const device = randomBytes(16).toString("base64url");
      const end = String(now.getTime() + KEPT);
      const mark = `${device}.${end}.${macOf(account, device, end).toString("base64url")}`;
      return { mark, expiresAt: new Date(Number(end)) };
    },

    read(mark, { account, now }) {
      const [, device = "", end = "", mac = ""] = MARK.exec(mark) ?? [];
      const genuine = mac !== "" && timingSafeEqual(Buffer.from(mac, "base64url"), macOf(account, device, end));
      return genuine && now.getTime() < Number(end) ? device : null;
    },
  };
}
