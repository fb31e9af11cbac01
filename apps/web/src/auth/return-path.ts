/** A path of this shop to go back to, or the home page: never another site (`//evil`, `/\evil`, encoded or not). */
export function safeReturnPath(wanted: unknown): string {
  if (typeof wanted !== "string" || !/^\/(?![/\\])/.test(wanted)) return "/";
  try {
    const url = new URL(wanted, "https://shop.invalid");
    const clean = url.origin === "https://shop.invalid" && !/^\/[/\\]/.test(url.pathname);
    return clean ? url.pathname + url.search + url.hash : "/";
  } catch {
    return "/";
  }
}
