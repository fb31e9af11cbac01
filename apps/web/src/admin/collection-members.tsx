import { Trans, useLingui } from "@lingui/react/macro";
import { skipToken, useQuery, useSuspenseInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useRef, useState } from "react";
import type { Collection } from "#admin/collection-rule-draft.ts";
import { useExplainCollectionRefusal } from "#admin/explain-collection-refusal.ts";
import { Finder } from "#admin/finder.tsx";
import { useCollectionActs } from "#admin/use-collection-acts.tsx";
import type { Api } from "#core/api.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { ShowMore } from "#core/ui/show-more.tsx";
import { Alert } from "#core/ui/states.tsx";

const ENOUGH = 8;

/** What is in a collection now. */
export const membersOfCollection = (api: Api, id: string) =>
  api.catalog.collections.members.infiniteQueryOptions(
    { id },
    { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
  );

/** The products of a collection; into one by hand they are put, and taken out again. */
export function CollectionMembers({ collection: { id, rule } }: { collection: Collection }) {
  const { t } = useLingui();
  const localized = useLocalized();
  const explain = useExplainCollectionRefusal();
  const pages = useSuspenseInfiniteQuery(membersOfCollection(useApi(), id));
  const { pick, drop } = useCollectionActs();
  const box = useRef<HTMLDivElement>(null);
  const rows = pages.data.pages.flatMap((page) => page.rows);
  const error = pick.error ?? drop.error;
  const takeOut = (productId: string) =>
    drop.mutate({ id, productIds: [productId] }, { onSuccess: () => box.current?.focus() });
  return (
    <div ref={box} role="group" tabIndex={-1} aria-label={t`Products of the collection`} className="grid gap-4">
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      {rule === null && (
        <PutIn
          inside={rows.map(({ productId }) => productId)}
          busy={pick.isPending}
          onPick={(productId) => pick.mutate({ id, productIds: [productId] })}
        />
      )}
      {rows.length === 0 ? (
        <p className="text-muted">
          <Trans>Nothing is in it yet.</Trans>
        </p>
      ) : (
        <ul className="grid">
          {rows.map(({ productId, name, slug, published }) => {
            const title = localized(name);
            return (
              <li key={productId} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
                <a href={`/p/${slug}`} className="inline-flex min-h-11 items-center text-spruce underline">
                  {title}
                </a>
                {!published && (
                  <span className="text-muted">
                    <Trans>not published: it waits</Trans>
                  </span>
                )}
                {rule === null && (
                  <Button
                    tone="quiet"
                    size="dense"
                    className="ml-auto min-h-11"
                    busy={drop.isPending}
                    aria-label={t`Take out: ${title}`}
                    onClick={() => takeOut(productId)}
                  >
                    <Trans>Take out</Trans>
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <ShowMore pages={pages} />
    </div>
  );
}

interface PutInProps {
  inside: readonly string[];
  busy: boolean;
  onPick: (productId: string) => void;
}

function PutIn({ inside, busy, onPick }: PutInProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const asked = q.length > 1 ? { q, currency: "RUB" as const } : skipToken;
  const found = useQuery(useApi().search.list.queryOptions(asked)).data?.rows.slice(0, ENOUGH);
  return (
    <Finder
      label={<Trans>Put a product in: its name, SKU or barcode</Trans>}
      maxLength={200}
      text={text}
      onText={setText}
      nothing={<Trans>No product is called so.</Trans>}
    >
      {found?.map(({ productId, name }) => {
        const title = localized(name);
        return (
          <li key={productId} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <span>{title}</span>
            {inside.includes(productId) ? (
              <span className="ml-auto text-muted">
                <Trans>is in it</Trans>
              </span>
            ) : (
              <Button
                tone="secondary"
                size="dense"
                className="ml-auto min-h-11"
                busy={busy}
                aria-label={t`Put in: ${title}`}
                onClick={() => onPick(productId)}
              >
                <Trans>Put in</Trans>
              </Button>
            )}
          </li>
        );
      })}
    </Finder>
  );
}
