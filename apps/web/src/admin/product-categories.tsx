import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { CategoryPicker } from "#admin/category-picker.tsx";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import type { Product } from "#admin/product-model.ts";
import { useProductActs } from "#admin/use-product-acts.tsx";
import { refusalOf } from "#core/refusal.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Radio } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** As many as a product lies in by hand. */
const MOST = 50;

/** The categories a product lies in; the main one makes the way shown above it. */
export function ProductCategories({ product }: { product: Product }) {
  return <Categories key={JSON.stringify(product.categories)} product={product} />;
}

function Categories({ product: { id, version, categories: saved } }: { product: Product }) {
  const { classify } = useProductActs();
  const explain = useExplainProductRefusal();
  const [chosen, choose] = useState(saved);
  const [main, setMain] = useState(saved[0]?.id);
  const ids = chosen.map((each) => each.id);
  // Whoever takes the main one out makes the first of the rest the main one.
  const first = main !== undefined && ids.includes(main) ? main : ids[0];
  const wanted = [...ids.filter((each) => each === first), ...ids.filter((each) => each !== first)];
  const changed = wanted.join() !== saved.map((each) => each.id).join();
  return (
    <div className="grid gap-4">
      {classify.error && <Alert>{explain(refusalOf(classify.error))}</Alert>}
      {chosen.length === 0 ? (
        <p className="text-muted">
          <Trans>In no category yet: shoppers find it by searching alone.</Trans>
        </p>
      ) : (
        <ul className="grid">
          {chosen.map((category) => (
            <Row
              key={category.id}
              category={category}
              isMain={category.id === first}
              onMain={() => setMain(category.id)}
              onRemove={() => choose(chosen.filter((each) => each.id !== category.id))}
            />
          ))}
        </ul>
      )}
      {chosen.length < MOST && (
        <CategoryPicker
          label={<Trans>Add a category</Trans>}
          without={ids}
          onChoose={(category) => choose([...chosen, category])}
        />
      )}
      <Button
        className="justify-self-start"
        busy={classify.isPending}
        disabled={!changed}
        onClick={() => classify.mutate({ id, version, categoryIds: wanted })}
      >
        <Trans>Save the categories</Trans>
      </Button>
    </div>
  );
}

interface RowProps {
  category: Product["categories"][number];
  isMain: boolean;
  onMain: () => void;
  onRemove: () => void;
}

function Row({ category: { path }, isMain, onMain, onRemove }: RowProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  const way = path.map(localized).join(" › ");
  return (
    <li className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
      <Radio name="main-category" checked={isMain} aria-label={t`Main category: ${way}`} onChange={onMain}>
        {way}
        {isMain && (
          <span className="text-muted">
            {" "}
            <Trans>(main)</Trans>
          </span>
        )}
      </Radio>
      <Button
        tone="quiet"
        size="dense"
        className="ml-auto min-h-11"
        aria-label={t`Take out: ${way}`}
        onClick={onRemove}
      >
        <Trans>Take out</Trans>
      </Button>
    </li>
  );
}
