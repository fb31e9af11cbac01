import { Trans, useLingui } from "@lingui/react/macro";
import { skipToken, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { keyOf, LINK_KINDS, type LinkKind, linkTo, MOST_LINKS, type ProductLink } from "#admin/links-draft.ts";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";

const ENOUGH = 8;

interface LinkSearchProps {
  /** Products that are not offered. */
  inside: readonly string[];
  /** Keys of the links that are there. */
  linked: readonly string[];
  onAdd: (link: ProductLink) => void;
}

/** Finds a product, published or not, and links it as one of a kind. */
export function LinkSearch({ inside, linked, onAdd }: LinkSearchProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  const [kind, setKind] = useState<LinkKind>("related");
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const found = useQuery(useApi().catalog.products.list.queryOptions(q.length > 1 ? { q } : skipToken)).data?.products;
  const offered = found?.filter(({ id }) => !inside.includes(id)).slice(0, ENOUGH);
  const full = linked.filter((key) => key.startsWith(`${kind} `)).length >= MOST_LINKS;
  const names = { related: t`Related`, accessory: t`Goes well with it`, replacement: t`Stands in for it` };
  return (
    <div className="grid gap-2">
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <Field label={<Trans>Link a product: its name, brand or SKU</Trans>}>
          {(control) => (
            <TextInput
              {...control}
              type="search"
              autoComplete="off"
              maxLength={200}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={<Trans>As</Trans>}>
          {(control) => (
            <Select
              {...control}
              value={kind}
              onChange={({ target }) => setKind(LINK_KINDS.find((each) => each === target.value) ?? "related")}
            >
              {LINK_KINDS.map((each) => (
                <option key={each} value={each}>
                  {names[each]}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <div aria-live="polite">
        {full && (
          <p className="text-muted">
            <Trans>There are {MOST_LINKS} of this kind, which is the most.</Trans>
          </p>
        )}
        {offered?.length === 0 && (
          <p className="text-muted">
            <Trans>No product is called so.</Trans>
          </p>
        )}
        <ul className="grid">
          {offered?.map((product) => {
            const title = localized(product.name);
            const link = linkTo(product, kind);
            return (
              <li key={product.id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
                <span>{title}</span>
                {linked.includes(keyOf(link)) ? (
                  <span className="ml-auto text-muted">
                    <Trans>is linked</Trans>
                  </span>
                ) : (
                  <Button
                    tone="secondary"
                    size="dense"
                    className="ml-auto min-h-11"
                    disabled={full}
                    aria-label={t`Link: ${title}`}
                    onClick={() => onAdd(link)}
                  >
                    <Trans>Link</Trans>
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      </div>
    </div>
  );
}
