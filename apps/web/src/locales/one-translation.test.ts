import { expect, test } from "vitest";

const catalogues = import.meta.glob<{ messages: Record<string, unknown> }>("/src/locales/ru/*.po", { eager: true });

test("a sentence reads the same in every part of the shop, since one page may load them all", () => {
  const seen = new Map<string, string>();
  const torn: string[] = [];
  for (const { messages } of Object.values(catalogues))
    for (const [id, message] of Object.entries(messages)) {
      const text = JSON.stringify(message);
      const earlier = seen.get(id) ?? text;
      if (earlier !== text) torn.push(`${earlier} / ${text}`);
      seen.set(id, text);
    }

  expect(seen.size).toBeGreaterThan(500);
  expect(torn).toEqual([]);
});
