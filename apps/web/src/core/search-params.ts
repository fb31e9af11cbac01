/** Raw search parameters: always strings, repeated keys as lists, as a form without JavaScript sends them. */
export type RawSearch = Record<string, string | string[]>;

/** `?color=red&color=blue&min=` → `{ color: ["red", "blue"] }`: empty ones are as good as absent. */
export function parseSearch(search: string): RawSearch {
  const raw: RawSearch = {};
  for (const [key, value] of new URLSearchParams(search)) {
    const text = value.trim();
    if (text === "") continue;
    if (key === "__proto__") continue;
    const earlier = Object.hasOwn(raw, key) ? raw[key] : undefined;
    raw[key] = earlier === undefined ? text : [earlier, text].flat();
  }
  return raw;
}

/** Keys sorted, so that one list has one address. */
export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const key of Object.keys(search).sort()) {
    for (const value of [search[key]].flat()) {
      if (typeof value === "number" || (typeof value === "string" && value !== "")) params.append(key, String(value));
    }
  }
  const text = params.toString();
  return text && `?${text}`;
}

/** The parameter as text; of a repeated one, the last. */
export function textOf(raw: Record<string, unknown>, key: string): string | undefined {
  const value = [raw[key]].flat().at(-1);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

/** The parameter as a whole number between `least` and `most`, else undefined. */
export function wholeOf(
  raw: Record<string, unknown>,
  key: string,
  [least, most]: [number, number],
): number | undefined {
  const text = textOf(raw, key);
  const value = text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
  return value !== undefined && value >= least && value <= most ? value : undefined;
}
