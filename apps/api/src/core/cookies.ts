import { serialize } from "hono/utils/cookie";

interface Shape {
  name: string;
  /** What the browser itself holds a secure cookie to (RFC 6265bis section 4.1.3). */
  prefix: "__Host-" | "__Secure-" | "";
  path: string;
  sameSite: "Lax" | "Strict";
  httpOnly: boolean;
}

/** Every cookie that carries or hints at a secret. */
const COOKIES = {
  access: { name: "at", prefix: "__Host-", path: "/", sameSite: "Lax", httpOnly: true },
  refresh: { name: "rt", prefix: "__Secure-", path: "/auth", sameSite: "Strict", httpOnly: true },
  /** Proves that this browser signed in to an account before; says nothing of who is signed in. */
  device: { name: "device", prefix: "__Secure-", path: "/auth", sameSite: "Strict", httpOnly: true },
  /** Not a secret: says that the page's script may renew a session whose access token ran out. */
  resume: { name: "resume", prefix: "", path: "/", sameSite: "Lax", httpOnly: false },
  cart: { name: "cart", prefix: "__Host-", path: "/", sameSite: "Lax", httpOnly: true },
} as const satisfies Record<string, Shape>;

export type CookieName = keyof typeof COOKIES;
export type CookieNames = Readonly<Record<CookieName, string>>;

const named = (https: boolean): CookieNames => {
  const nameOf = ({ name, prefix }: Shape) => (https ? `${prefix}${name}` : name);
  return {
    access: nameOf(COOKIES.access),
    refresh: nameOf(COOKIES.refresh),
    device: nameOf(COOKIES.device),
    resume: nameOf(COOKIES.resume),
    cart: nameOf(COOKIES.cart),
  };
};
const SECURE = named(true);
const PLAIN = named(false);

/** Names as browsers send them; without HTTPS, as on localhost, they have no prefix. */
export const cookieNames = (https: boolean): CookieNames => (https ? SECURE : PLAIN);

/** A whole Set-Cookie line. `expires` in the past, or null, removes the cookie; values are URL-safe as they are. */
export function cookieLine(cookie: CookieName, value: { https: boolean; text: string; expires: Date | null }): string {
  const { https, text, expires } = value;
  const { path, sameSite, httpOnly } = COOKIES[cookie];
  return serialize(cookieNames(https)[cookie], expires ? text : "", {
    path,
    sameSite,
    httpOnly,
    secure: https,
    expires: expires ?? new Date(0),
  });
}
