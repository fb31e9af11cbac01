import { msg } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createFileRoute, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useExplainProductRefusal } from "#admin/explain-product-refusal.ts";
import { bilingual } from "#admin/product-form.ts";
import { TypeSelect } from "#admin/type-select.tsx";
import { useApi } from "#core/app.ts";
import { pageHead } from "#core/head.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";

export const Route = createFileRoute("/admin/products/new")({
  loader: async ({ context: { api, queryClient, visitor } }) => {
    if (visitor.staff) await queryClient.ensureQueryData(api.catalog.types.list.queryOptions());
  },
  head: ({ match: { context } }) => pageHead(context, { title: context.i18n._(msg`New product`) }),
  component: NewProductPage,
});

/** A new draft, which leads to its own page. */
function useCreate() {
  const { products } = useApi().catalog;
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation(
    products.create.mutationOptions({
      onSuccess: async (product) => {
        queryClient.setQueryData(products.get.queryKey({ id: product.id }), product);
        await queryClient.invalidateQueries({ queryKey: products.list.pathKey() });
        await navigate({ to: "/admin/products/$id", params: { id: product.id } });
      },
    }),
  );
}

function NewProductPage() {
  const create = useCreate();
  const explain = useExplainProductRefusal();
  const [typeId, setTypeId] = useState<string | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate({ name: bilingual(typedIn(event.currentTarget), "name"), typeId });
  };
  return (
    <div className="grid gap-4">
      <Link to="/admin/products" className="inline-flex min-h-11 items-center text-muted hover:underline">
        <Trans>All products</Trans>
      </Link>
      <h1 className="text-h1">
        <Trans>New product</Trans>
      </h1>
      <form method="post" onSubmit={submit} className="grid max-w-[40rem] gap-6">
        {create.error && <Alert>{explain(refusalOf(create.error))}</Alert>}
        <p className="text-muted">
          <Trans>A name in one language is enough. Shoppers do not see the product before you publish it.</Trans>
        </p>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={<Trans>Name in Russian</Trans>}>
            {(control) => <TextInput {...control} name="name-ru" lang="ru" maxLength={300} autoComplete="off" />}
          </Field>
          <Field label={<Trans>Name in English</Trans>}>
            {(control) => <TextInput {...control} name="name-en" lang="en" maxLength={300} autoComplete="off" />}
          </Field>
        </div>
        <TypeSelect typeId={typeId} onChoose={setTypeId} />
        <Button type="submit" className="justify-self-start" busy={create.isPending}>
          <Trans>Make the draft</Trans>
        </Button>
      </form>
    </div>
  );
}
