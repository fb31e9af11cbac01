import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { useApi, useVisitor } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, Radio, TextArea, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

const MIN_LENGTH = 20;

/** Shown to buyers who have received the product and not reviewed it yet. */
export function ReviewForm({ productId }: { productId: string }) {
  const api = useApi();
  const router = useRouter();
  const queryClient = useQueryClient();
  const showToast = useToast();
  const { signedIn } = useVisitor();
  const asked = useQuery(api.reviews.mayWrite.queryOptions({ productId }, { enabled: signedIn }));
  const write = useMutation(
    api.reviews.write.mutationOptions({
      onSuccess: async () => {
        showToast({ message: <Trans>Thank you. Your review is on the page.</Trans> });
        await queryClient.invalidateQueries({ queryKey: api.reviews.pathKey() });
        await queryClient.invalidateQueries({ queryKey: api.search.product.pathKey() });
        await router.invalidate();
      },
    }),
  );
  if (!asked.data?.allowed) return null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    write.mutate({
      productId,
      rating: Number(typed("rating")),
      title: typed("title"),
      body: typed("body"),
    });
  };

  return (
    <form method="post" onSubmit={submit} className="grid max-w-prose gap-4 bg-linen p-5">
      <h3 className="text-h3">
        <Trans>You have bought this. How is it?</Trans>
      </h3>
      {write.error && (
        <Alert>
          {refusalOf(write.error)?.code === "reviews.already-reviewed" ? (
            <Trans>You have reviewed this already.</Trans>
          ) : (
            <Trans>The review was not saved. What you wrote is still here: please try again.</Trans>
          )}
        </Alert>
      )}
      <fieldset>
        <legend className="text-sm font-medium">
          <Trans>Stars</Trans>
        </legend>
        <div className="flex flex-wrap gap-x-5">
          {[1, 2, 3, 4, 5].map((stars) => (
            <Radio key={stars} name="rating" value={stars} required>
              {stars}
            </Radio>
          ))}
        </div>
      </fieldset>
      <Field label={<Trans>In a few words</Trans>} optional>
        {(control) => <TextInput {...control} name="title" maxLength={200} autoComplete="off" />}
      </Field>
      <Field label={<Trans>Your experience</Trans>} hint={<Trans>At least {MIN_LENGTH} characters.</Trans>}>
        {(control) => <TextArea {...control} name="body" minLength={MIN_LENGTH} maxLength={5000} required />}
      </Field>
      <Button type="submit" className="justify-self-start" busy={write.isPending}>
        <Trans>Publish</Trans>
      </Button>
    </form>
  );
}
