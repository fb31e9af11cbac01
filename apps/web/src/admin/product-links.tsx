import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import { LinkItem } from "#admin/link-item.tsx";
import { LinkSearch } from "#admin/link-search.tsx";
import { keyOf, LINK_KINDS, type LinkKind, type Links, linksToSave, type ProductLink } from "#admin/links-draft.ts";
import { moved } from "#admin/moved.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert, Outcome } from "#core/ui/states.tsx";

/** What the page of a product leads to: found, put in order and saved together. */
export function ProductLinks({ product: { id } }: { product: { id: string } }) {
  const found = useQuery(useApi().catalog.links.get.queryOptions({ productId: id }));
  const explain = useExplainProductRefusal();
  if (found.error) return <Alert>{explain(refusalOf(found.error))}</Alert>;
  if (!found.data) return <p className="text-muted">…</p>;
  return <LinksEditor key={id} found={found.data} />;
}

function LinksEditor({ found }: { found: Links }) {
  const [base, setBase] = useState(found);
  const [links, setLinks] = useState(found.links);
  const begin = (fresh: Links) => {
    setBase(fresh);
    setLinks(fresh.links);
  };
  const { save, reload } = useLinkActs(base, begin);
  const explain = useExplainProductRefusal();
  const refusal = refusalOf(save.error);
  const changed = JSON.stringify(linksToSave(links)) !== JSON.stringify(linksToSave(base.links));
  const names = useKindNames();
  return (
    <div className="grid gap-6">
      <LinkSearch
        inside={[base.productId]}
        linked={links.map(keyOf)}
        onAdd={(link) => setLinks((all) => [...all, link])}
      />
      {LINK_KINDS.map((kind) => (
        <KindList key={kind} title={names[kind]} links={links.filter((link) => link.kind === kind)}>
          {(own) => setLinks((all) => [...all.filter((link) => link.kind !== kind), ...own])}
        </KindList>
      ))}
      {links.length === 0 && (
        <p className="text-muted">
          <Trans>Nothing is linked. The page shows the most wanted others of its category instead.</Trans>
        </p>
      )}
      {save.error && (
        <Alert>
          {explain(refusal)}{" "}
          {refusal?.code === "core.stale-version" && (
            <Button tone="quiet" size="dense" onClick={() => void reload()}>
              <Trans>Begin again with theirs</Trans>
            </Button>
          )}
        </Alert>
      )}
      {save.isSuccess && !changed && (
        <Outcome>
          <Trans>The links are saved.</Trans>
        </Outcome>
      )}
      <Button
        className="justify-self-start"
        busy={save.isPending}
        disabled={!changed}
        onClick={() => save.mutate({ productId: base.productId, version: base.version, links: linksToSave(links) })}
      >
        <Trans>Save the links</Trans>
      </Button>
    </div>
  );
}

function useLinkActs({ productId }: Links, begin: (fresh: Links) => void) {
  const { catalog, core } = useApi();
  const queryClient = useQueryClient();
  const save = useMutation(
    catalog.links.save.mutationOptions({
      async onSuccess(saved) {
        begin(saved);
        await queryClient.invalidateQueries({ queryKey: catalog.links.pathKey(), refetchType: "none" });
        queryClient.setQueryData(catalog.links.get.queryKey({ productId }), saved);
        await queryClient.invalidateQueries({ queryKey: core.audit.list.pathKey() });
      },
    }),
  );
  const reload = async () => {
    begin(await queryClient.fetchQuery({ ...catalog.links.get.queryOptions({ productId }), staleTime: 0 }));
    save.reset();
  };
  return { save, reload };
}

const useKindNames = (): Record<LinkKind, ReactNode> => ({
  related: <Trans>Related products</Trans>,
  accessory: <Trans>Goes well with it</Trans>,
  replacement: <Trans>Stands in for it</Trans>,
});

interface KindListProps {
  title: ReactNode;
  links: ProductLink[];
  /** Takes the links of this kind as they should be. */
  children: (links: ProductLink[]) => void;
}

function KindList({ title, links, children: put }: KindListProps) {
  if (links.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-h3">{title}</h3>
      <ol className="grid">
        {links.map((link, index) => (
          <LinkItem
            key={keyOf(link)}
            link={link}
            place={{ index, count: links.length }}
            onMove={(from, to) => put(moved(links, from, to))}
            onMutual={(mutual) => put(links.with(index, { ...link, mutual }))}
            onRemove={() => put(links.toSpliced(index, 1))}
          />
        ))}
      </ol>
    </section>
  );
}
