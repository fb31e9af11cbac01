import { Trans } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import { bilingual } from "#admin/product-form.ts";
import { factsOf, type Product, type ProductFacts } from "#admin/product-model.ts";
import { useFactsSaving } from "#admin/use-facts-saving.tsx";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextArea, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

/** Name, description, address and the like in both languages; what somebody else saved of them meanwhile begins it anew. */
export function ProductFactsForm({ product }: { product: Product }) {
  const [round, begin] = useState(0);
  const { typeId: _, attributes: __, ...own } = factsOf(product);
  return <Form key={`${round} ${JSON.stringify(own)}`} product={product} onTheirs={() => begin(round + 1)} />;
}

function Form({ product, onTheirs }: { product: Product; onTheirs: () => void }) {
  const explain = useExplainProductRefusal();
  const { save, busy, refused, refusal, dispute } = useFactsSaving(product, onTheirs);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save(typedFacts(event.currentTarget, factsOf(product)));
  };
  const slugTaken = refusal?.code === "catalog.slug-taken";
  return (
    <form method="post" onSubmit={submit} className="grid gap-6">
      {refused && !slugTaken && <Alert>{explain(refusal)}</Alert>}
      {dispute}
      <Texts product={product} />
      <Details product={product} slugError={slugTaken ? explain(refusal) : undefined} />
      <Button type="submit" className="justify-self-start" busy={busy}>
        <Trans>Save texts and details</Trans>
      </Button>
    </form>
  );
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
