import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLocale, useVisitor } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { type CategoryLink, useLocalized } from "#core/texts.ts";
import { HelpContact } from "#core/shell/help-contact.tsx";
import { CURRENCIES, type Theme, THEMES } from "#core/visitor.ts";

export function Footer({ categories }: { categories: CategoryLink[] }) {
  const { t } = useLingui();
  const localized = useLocalized();
  return (
    <footer className="mt-16 border-t-2 border-shelf bg-linen">
      <div className="container-shop grid gap-8 py-12 md:grid-cols-3">
        <nav aria-label={t`Catalogue`}>
          <h2 className="text-base">
            <Trans>Catalogue</Trans>
          </h2>
          <ul className="mt-2 columns-2 gap-6 text-sm">
            {categories.map(({ slug, name }) => (
              <li key={slug}>
                <Link to="/catalog/$slug" params={{ slug }} className="inline-block py-1.5 hover:underline">
                  {localized(name)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <section>
          <h2 className="text-base">
            <Trans>Delivery and returns</Trans>
          </h2>
          <p className="mt-2 max-w-prose text-sm text-muted">
            <Trans>You pay when you receive the order. What does not suit you can be returned within 14 days.</Trans>
          </p>
          <h2 className="mt-6 text-base">
            <Trans>Help</Trans>
          </h2>
          <p className="mt-1 text-sm">
            <HelpContact />
          </p>
        </section>
        <Preferences />
      </div>
    </footer>
  );
}

/** Plain forms: the server sets a cookie and sends the visitor back to the same page. */
function Preferences() {
  const { t } = useLingui();
  const { currency, theme } = useVisitor();
  const themes: Record<Theme, string> = { system: t`As on my device`, light: t`Light`, dark: t`Dark` };
  return (
    <section className="grid content-start gap-4">
      <Preference name="currency" title={t`Currency`}>
        {CURRENCIES.map((each) => (
          <Option key={each} name="currency" value={each} chosen={each === currency}>
            {each}
          </Option>
        ))}
      </Preference>
      <Preference name="theme" title={t`Colours`}>
        {THEMES.map((each) => (
          <Option key={each} name="theme" value={each} chosen={each === theme}>
            {themes[each]}
          </Option>
        ))}
      </Preference>
    </section>
  );
}

function Preference({ name, title, children }: { name: string; title: string; children: ReactNode }) {
  const locale = useLocale();
  const { pathname, searchStr } = useLocation();
  return (
    <form action="/preferences" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`} className="text-base">
        {title}
      </h2>
      <input type="hidden" name="back" value={localizePath(locale, pathname + searchStr)} />
      <div className="mt-2 flex flex-wrap gap-2">{children}</div>
    </form>
  );
}

interface OptionProps {
  name: string;
  value: string;
  chosen: boolean;
  children: ReactNode;
}

function Option({ chosen, ...rest }: OptionProps) {
  return (
    <button
      type="submit"
      aria-pressed={chosen}
      className="min-h-11 cursor-pointer rounded-button border border-edge px-3 text-sm hover:bg-card aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-paper"
      {...rest}
    />
  );
}
