import * as z from "zod";

const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}$/;
const DOMAIN = /^[\p{L}\p{M}\p{N}.-]{1,253}$/u;
const ASCII = /^[\x21-\x7e]+$/;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Zod's reading of a URL brings the host into its IDNA form (UTS 46, as browsers do). */
const Host = z.url({ normalize: true });

/**
 * The key under which an e-mail address is unique, or null when it is no address the shop can write to: local part in
 * ASCII lower case (a non-ASCII one is refused), domain in its IDNA form, dots and plus signs kept as they are.
 * A domain that only looks like an ASCII one (full-width letters, the Kelvin sign) is refused, so that no two mailboxes
 * share a key (CVE-2019-19844).
 */
export function canonicalEmail(email: string): string | null {
  if (email.length > 254) return null;
  const at = email.lastIndexOf("@");
  const local = canonicalLocal(email.slice(0, Math.max(at, 0)));
  const domain = canonicalDomain(email.slice(at + 1));
  return local !== null && domain !== null ? `${local}@${domain}` : null;
}

function canonicalLocal(local: string): string | null {
  if (!ASCII.test(local)) return null;
  const lower = local.toLowerCase();
  return LOCAL.test(lower) && lower.split(".").every((atom) => atom !== "") ? lower : null;
}

function canonicalDomain(domain: string): string | null {
  if (!DOMAIN.test(domain)) return null;
  const host = Host.safeParse(`http://${domain}`).data?.slice("http://".length, -1);
  if (!host || host.length > 253) return null;
  const typed = domain.split(".");
  const labels = host.split(".");
  const faithful = labels.every((label, index) => ASCII.test(typed[index] ?? "") || label.startsWith("xn--"));
  const isName = labels.length > 1 && labels.length === typed.length && !/\.\d+$/.test(host);
  return faithful && isName && labels.every((label) => LABEL.test(label)) ? host : null;
}
