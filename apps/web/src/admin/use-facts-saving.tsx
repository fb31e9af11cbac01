import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Dispute } from "#admin/dispute.tsx";
import { mergeMine, ownDifferences } from "#admin/product-conflict.ts";
import { factsOf, type Product, type ProductFacts } from "#admin/product-model.ts";
import { useProductActs } from "#admin/use-product-acts.tsx";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";

/** Saves facts of a product; when somebody else was faster, `dispute` shows what differs and asks whose word counts. */
export function useFactsSaving(product: Product, onTheirs: () => void) {
  const { change } = useProductActs();
  const { products } = useApi().catalog;
  const queryClient = useQueryClient();
  const [mine, setMine] = useState<ProductFacts | null>(null);
  const { id } = product;
  const seen = factsOf(product);
  const save = (facts: ProductFacts, version = product.version) => {
    setMine(facts);
    change.mutate({ ...facts, id, version });
  };
  const takeTheirs = async () => {
    await queryClient.invalidateQueries({ queryKey: products.get.queryKey({ id }) });
    onTheirs();
  };
  const refusal = refusalOf(change.error);
  const contested = refusal?.code === "catalog.product-changed" ? refusal.details : null;
  return {
    save,
    busy: change.isPending,
    refused: change.error !== null && !contested,
    refusal: contested ? null : refusal,
    dispute: contested && mine && (
      <Dispute
        differences={ownDifferences(seen, contested.fields)}
        busy={change.isPending}
        onMine={() => save(mergeMine({ seen, mine }, contested.fields), contested.current)}
        onTheirs={() => void takeTheirs()}
      />
    ),
  };
}
