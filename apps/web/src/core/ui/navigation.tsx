import { Trans, useLingui } from "@lingui/react/macro";
import { Link, type LinkProps } from "@tanstack/react-router";
import clsx from "clsx";
import type { ReactNode } from "react";

export interface Crumb {
  name: string;
  link: LinkProps;
}

/** The way up from this page; the page itself is its heading, not a crumb. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`Breadcrumbs`} className="py-3 text-sm text-muted">
      <ol className="flex flex-wrap gap-x-2">
        {crumbs.map(({ name, link }, index) => (
          <li key={name} className="flex gap-x-2">
            {index > 0 && <span aria-hidden>/</span>}
            <Link {...link} className="inline-block py-0.5 hover:text-ink hover:underline">
              {name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface PagerProps {
  page: number;
  pages: number;
  /** The link of a page: a plain address, so that it works without JavaScript. */
  linkTo: (page: number) => LinkProps;
  children?: ReactNode;
}

const nearby = (page: number, pages: number): number[] =>
  [...new Set([1, page - 1, page, page + 1, pages])].filter((each) => each >= 1 && each <= pages).sort((a, b) => a - b);

/** Page numbers as links; `children` stand above them. */
export function Pager({ page, pages, linkTo, children }: PagerProps) {
  const { t } = useLingui();
  if (pages <= 1) return null;
  return (
    <nav aria-label={t`Pages`} className="grid justify-items-center gap-4 py-12">
      {children}
      <ol className="flex flex-wrap items-center gap-1">
        {nearby(page, pages).map((each, index, all) => (
          <li key={each} className="flex items-center gap-1">
            {index > 0 && each - (all[index - 1] ?? each) > 1 && (
              <span aria-hidden className="px-1 text-muted">
                …
              </span>
            )}
            <Link
              {...linkTo(each)}
              aria-current={each === page ? "page" : undefined}
              aria-label={t`Page ${each}`}
              className={clsx(
                "inline-flex size-11 items-center justify-center rounded-button",
                each === page ? "bg-ink text-paper" : "hover:bg-linen",
              )}
            >
              {each}
            </Link>
          </li>
        ))}
        {page < pages && (
          <li>
            <Link {...linkTo(page + 1)} rel="next" className="inline-flex min-h-11 items-center px-3 hover:underline">
              <Trans>Next</Trans>
            </Link>
          </li>
        )}
      </ol>
    </nav>
  );
}
