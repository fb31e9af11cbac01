import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useLocale, useVisitor } from "#core/app.ts";
import { type Locale, localizePath } from "#core/locale.ts";
import { Logo } from "#core/shell/logo.tsx";
import { type CategoryLink, useLocalized } from "#core/texts.ts";
import { UserIcon } from "#core/ui/icons.tsx";

interface HeaderProps {
  categories: CategoryLink[];
  search: ReactNode;
  /** The cart's own link. */
  cart: ReactNode;
}

export function Header({ categories, search, cart }: HeaderProps) {
  return (
    <header className="border-b border-line">
      <div className="container-shop flex flex-wrap items-center gap-x-4 gap-y-2 py-2 lg:gap-x-8">
        <Logo />
        <div className="order-last w-full lg:order-none lg:mx-auto lg:w-[520px]">{search}</div>
        <div className="ml-auto flex items-center lg:ml-0">
          <LanguageLink />
          <AccountLink />
          {cart}
        </div>
      </div>
      <CategoryBar categories={categories} />
    </header>
  );
}

function CategoryBar({ categories }: { categories: CategoryLink[] }) {
  const { t } = useLingui();
  const localized = useLocalized();
  if (categories.length === 0) return null;
  return (
    <nav aria-label={t`Categories`} className="container-shop">
      <ul className="-mx-2 flex overflow-x-auto">
        {categories.map(({ slug, name }) => (
          <li key={slug} className="shrink-0">
            <Link
              to="/catalog/$slug"
              params={{ slug }}
              className="inline-flex min-h-11 items-center px-2 text-sm whitespace-nowrap hover:underline aria-[current=page]:font-medium"
            >
              {localized(name)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const OTHER: Record<Locale, { locale: Locale; short: string; name: string }> = {
  ru: { locale: "en", short: "EN", name: "English" },
  en: { locale: "ru", short: "RU", name: "Русский" },
};

/** The same page in the other language; a whole new page, since every sentence of it changes. */
function LanguageLink() {
  const { locale, short, name } = OTHER[useLocale()];
  const { pathname, searchStr } = useLocation();
  return (
    <a
      href={localizePath(locale, pathname + searchStr)}
      lang={locale}
      hrefLang={locale}
      className="inline-flex min-h-12 min-w-12 items-center justify-center rounded-button text-sm hover:bg-linen"
    >
      <span aria-hidden>{short}</span>
      <span className="sr-only">{name}</span>
    </a>
  );
}

function AccountLink() {
  const { signedIn } = useVisitor();
  return (
    <Link
      to={signedIn ? "/account" : "/sign-in"}
      className="inline-flex min-h-12 min-w-12 flex-col items-center justify-center rounded-button px-2 text-xs hover:bg-linen"
    >
      <UserIcon />
      {signedIn ? <Trans>Account</Trans> : <Trans>Sign in</Trans>}
    </Link>
  );
}
