import { type I18n, type Messages, setupI18n } from "@lingui/core";
import type { Locale } from "#core/locale.ts";

type Section = "shop" | "account" | "admin";

const catalogs = import.meta.glob<{ messages: Messages }>("/src/locales/*/*.po");

const BROWSING = /^\/(?:catalog\/|p\/|search)|^\/$/;

const sectionsOf = (pathname: string): Section[] => {
  if (BROWSING.test(pathname)) return ["shop"];
  return pathname.startsWith("/admin") ? ["shop", "account", "admin"] : ["shop", "account"];
};

/** A translator of its own for every request: a shared one would mix languages between visitors. */
export async function createI18n(locale: Locale, pathname: string): Promise<I18n> {
  const i18n = setupI18n({ locale, messages: { [locale]: {} } });
  await loadMessages(i18n, pathname);
  return i18n;
}

const loaded = new WeakMap<I18n, Set<Section>>();

/** Makes sure that the sentences of the page at `pathname` are there. */
export async function loadMessages(i18n: I18n, pathname: string): Promise<void> {
  const present = loaded.get(i18n) ?? new Set();
  const missing = sectionsOf(pathname).filter((section) => !present.has(section));
  if (missing.length === 0) return;

  for (const section of missing) {
    const catalog = await catalogs[`/src/locales/${i18n.locale}/${section}.po`]?.();
    i18n.load(i18n.locale, catalog?.messages ?? {});
  }
  loaded.set(i18n, new Set([...present, ...missing]));
}
