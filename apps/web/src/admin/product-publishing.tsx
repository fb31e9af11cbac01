import { Trans, useLingui } from "@lingui/react/macro";
import type { FormEvent } from "react";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import { instantOf, localOf } from "#admin/moscow-day.ts";
import { ProductChecklist } from "#admin/product-checklist.tsx";
import type { Product } from "#admin/product-model.ts";
import { useProductActs } from "#admin/use-product-acts.tsx";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

type Acts = ReturnType<typeof useProductActs>;

/** Whether it can be bought, and when shoppers see it. */
export function ProductPublishing({ product }: { product: Product }) {
  const { t } = useLingui();
  const acts = useProductActs();
  const explain = useExplainProductRefusal();
  const { id, version, status } = product;
  const seen = { id, version };
  const error = acts.publish.error ?? acts.unpublish.error ?? acts.archive.error ?? acts.remove.error;
  return (
    <aside aria-label={t`Publishing`} className="grid gap-5 rounded-button bg-linen p-4 lg:sticky lg:top-6">
      <ProductChecklist product={product} />
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      <PublishForm key={version} product={product} publish={acts.publish} />
      {status === "published" && (
        <Button
          tone="secondary"
          className="justify-self-start"
          busy={acts.unpublish.isPending}
          onClick={() => acts.unpublish.mutate(seen)}
        >
          <Trans>Take out of the shop</Trans>
        </Button>
      )}
      <Leaving product={product} acts={acts} />
    </aside>
  );
}

function PublishForm({ product, publish }: { product: Product; publish: Acts["publish"] }) {
  const { id, version, status, publishAt, unpublishAt } = product;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const moment = (name: string) => (typed(name) ? instantOf(typed(name)) : null);
    publish.mutate({ id, version, from: moment("from"), until: moment("until") });
  };
  return (
    <form method="post" onSubmit={submit} className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-1">
        <Field label={<Trans>In the shop from</Trans>} optional hint={<Trans>Moscow time. Empty: at once.</Trans>}>
          {(control) => (
            <TextInput
              {...control}
              name="from"
              type="datetime-local"
              defaultValue={publishAt ? localOf(publishAt) : ""}
            />
          )}
        </Field>
        <Field label={<Trans>In the shop until</Trans>} optional hint={<Trans>Moscow time. Empty: without end.</Trans>}>
          {(control) => (
            <TextInput
              {...control}
              name="until"
              type="datetime-local"
              defaultValue={unpublishAt ? localOf(unpublishAt) : ""}
            />
          )}
        </Field>
      </div>
      <Button type="submit" className="justify-self-start" busy={publish.isPending}>
        {status === "published" ? <Trans>Change the times</Trans> : <Trans>Publish</Trans>}
      </Button>
    </form>
  );
}

function Leaving({ product: { id, version, status }, acts }: { product: Product; acts: Acts }) {
  const seen = { id, version };
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-rowan underline">
        <Trans>Archive or delete</Trans>
      </summary>
      <div className="grid justify-items-start gap-3 border-l-2 border-shelf py-2 pl-4">
        {status !== "archived" && (
          <>
            <p>
              <Trans>Archived, its page says that it is no longer sold; orders and reviews stay.</Trans>
            </p>
            <Button tone="secondary" busy={acts.archive.isPending} onClick={() => acts.archive.mutate(seen)}>
              <Trans>Archive the product</Trans>
            </Button>
          </>
        )}
        <p>
          <Trans>
            Deleted, it goes for good, with its variants, prices and stock. Only what was never ordered can be.
          </Trans>
        </p>
        <Button tone="danger" busy={acts.remove.isPending} onClick={() => acts.remove.mutate(seen)}>
          <Trans>Delete for good</Trans>
        </Button>
      </div>
    </details>
  );
}
