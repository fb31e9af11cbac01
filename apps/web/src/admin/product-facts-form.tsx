import { Trans } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Dispute } from "#admin/dispute.tsx";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import { mergeMine, ownDifferences } from "#admin/product-conflict.ts";
import { bilingual } from "#admin/product-form.ts";
import { factsOf, type Product, type ProductFacts } from "#admin/product-model.ts";
import { useProductActs } from "#admin/use-product-acts.tsx";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextArea, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** Name, description, address and the like in both languages; a version that somebody else saved meanwhile begins it anew. */
export function ProductFactsForm({ product }: { product: Product }) {
  return <Form key={product.version} product={product} />;
}

function Form({ product }: { product: Product }) {
  const { change } = useProductActs();
  const explain = useExplainProductRefusal();
  const reload = useReload(product.id);
  const [mine, setMine] = useState<ProductFacts | null>(null);
  const seen = factsOf(product);
  const save = (facts: ProductFacts, version: number) => {
    setMine(facts);
    change.mutate({ ...facts, id: product.id, version });
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(typedFacts(event.currentTarget, seen), product.version);
  };
  const refusal = refusalOf(change.error);
  const slugTaken = refusal?.code === "catalog.slug-taken";
  const dispute = refusal?.code === "catalog.product-changed" ? refusal.details : null;
  return (
    <form method="post" onSubmit={submit} className="grid gap-6">
      {change.error && !slugTaken && !dispute && <Alert>{explain(refusal)}</Alert>}
      {dispute && mine && (
        <Dispute
          differences={ownDifferences(seen, dispute.fields)}
          busy={change.isPending}
          onMine={() => save(mergeMine({ seen, mine }, dispute.fields), dispute.current)}
          onTheirs={reload}
        />
      )}
      <Texts product={product} />
      <Details product={product} slugError={slugTaken ? explain(refusal) : undefined} />
      <Button type="submit" className="justify-self-start" busy={change.isPending}>
        <Trans>Save texts and details</Trans>
      </Button>
    </form>
  );
}

function useReload(id: string) {
  const { products } = useApi().catalog;
  const queryClient = useQueryClient();
  return () => void queryClient.invalidateQueries({ queryKey: products.get.queryKey({ id }) });
}

function typedFacts(form: HTMLFormElement, { typeId, attributes }: ProductFacts): ProductFacts {
  const typed = typedIn(form);
  return {
    slug: typed("slug").trim(),
    typeId,
    name: bilingual(typed, "name"),
    description: bilingual(typed, "description"),
    brand: typed("brand").trim() || null,
    model: typed("model").trim() || null,
    taxClass: typed("tax-class").trim(),
    attributes,
  };
}

function Texts({ product: { name, description } }: { product: Product }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={<Trans>Name in Russian</Trans>}>
        {(control) => <TextInput {...control} name="name-ru" lang="ru" maxLength={300} defaultValue={name.ru ?? ""} />}
      </Field>
      <Field label={<Trans>Name in English</Trans>}>
        {(control) => <TextInput {...control} name="name-en" lang="en" maxLength={300} defaultValue={name.en ?? ""} />}
      </Field>
      <Field label={<Trans>Description in Russian</Trans>} optional>
        {(control) => (
          <TextArea
            {...control}
            name="description-ru"
            lang="ru"
            rows={6}
            maxLength={20_000}
            defaultValue={description.ru ?? ""}
          />
        )}
      </Field>
      <Field label={<Trans>Description in English</Trans>} optional>
        {(control) => (
          <TextArea
            {...control}
            name="description-en"
            lang="en"
            rows={6}
            maxLength={20_000}
            defaultValue={description.en ?? ""}
          />
        )}
      </Field>
    </div>
  );
}

function Details({ product, slugError }: { product: Product; slugError: string | undefined }) {
  const { slug, brand, model, taxClass } = product;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label={<Trans>Address of the page</Trans>}
        hint={<Trans>Small Latin letters, digits and hyphens. A former address goes on leading here.</Trans>}
        error={slugError}
      >
        {(control) => (
          <TextInput
            {...control}
            name="slug"
            autoCapitalize="none"
            autoComplete="off"
            maxLength={120}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            required
            defaultValue={slug}
          />
        )}
      </Field>
      <Field label={<Trans>Tax class</Trans>}>
        {(control) => <TextInput {...control} name="tax-class" maxLength={40} required defaultValue={taxClass} />}
      </Field>
      <Field label={<Trans>Brand</Trans>} optional>
        {(control) => <TextInput {...control} name="brand" maxLength={200} defaultValue={brand ?? ""} />}
      </Field>
      <Field label={<Trans>Model</Trans>} optional>
        {(control) => <TextInput {...control} name="model" maxLength={300} defaultValue={model ?? ""} />}
      </Field>
    </div>
  );
}
