import { Trans } from "@lingui/react/macro";
import type { GoneThing } from "#core/moved.ts";
import { useLocalized } from "#core/texts.ts";
import { LinkButton } from "#core/ui/button.tsx";

/** A product that is no longer sold: what it was, and where similar things are. */
export function GonePage({ gone: { name, category } }: { gone: GoneThing }) {
  const localized = useLocalized();
  const section = category && localized(category.name);
  return (
    <div className="grid justify-items-start gap-4 py-16">
      <h1 className="text-h1">{localized(name)}</h1>
      <p className="max-w-prose text-muted">
        <Trans>This is no longer sold. Your orders and reviews of it stay where they are.</Trans>
      </p>
      {category ? (
        <LinkButton to="/catalog/$slug" params={{ slug: category.slug }}>
          <Trans>See what else there is: {section}</Trans>
        </LinkButton>
      ) : (
        <LinkButton to="/">
          <Trans>To the home page</Trans>
        </LinkButton>
      )}
    </div>
  );
}
