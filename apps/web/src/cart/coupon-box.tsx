import { Trans } from "@lingui/react/macro";
import type { FormEvent } from "react";
import { useExplainObstacle } from "#core/explain-obstacle.ts";
import { useExplainWait } from "#core/explain-wait.ts";
import type { CartChanges, CartView } from "#cart/use-cart.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Field, TextInput } from "#core/ui/field.tsx";

/** Entered codes with what each gives or why not, and a folded field for another. */
export function CouponBox({ cart, changes: { enterCode, removeCode } }: { cart: CartView; changes: CartChanges }) {
  const explain = useExplainObstacle();
  const explainWait = useExplainWait();
  const refusal = refusalOf(enterCode.error);
  const explainRefusal = () => {
    if (refusal?.code === "core.rate-limited") return explainWait(refusal.details);
    return explain(refusal?.code === "promotions.code-refused" ? refusal.details.obstacle : null);
  };
  const error = enterCode.error ? explainRefusal() : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const code = typedIn(form)("code").trim();
    if (code) enterCode.mutate({ code }, { onSuccess: () => form.reset() });
  };

  return (
    <div className="grid gap-2">
      <ul className="grid gap-2">
        {cart.promotions.map(({ code, obstacle }) => (
          <li
            key={code}
            className="flex items-center justify-between gap-2 rounded-button bg-spruce-tint py-1 pr-1 pl-3 text-sm"
          >
            <span>
              <strong className="font-medium">{code}</strong>
              {obstacle && <span className="block text-muted">{explain(obstacle)}</span>}
            </span>
            <Button tone="quiet" size="dense" busy={removeCode.isPending} onClick={() => removeCode.mutate({ code })}>
              <Trans>Remove</Trans>
              <span className="sr-only">{code}</span>
            </Button>
          </li>
        ))}
      </ul>
      <details open={error !== undefined || undefined}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-sm text-spruce underline">
          <Trans>I have a code</Trans>
        </summary>
        <form method="post" onSubmit={submit} className="grid gap-2 pt-1">
          <Field label={<Trans>Code</Trans>} error={error}>
            {(control) => (
              <TextInput
                {...control}
                name="code"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={40}
                required
              />
            )}
          </Field>
          <Button type="submit" tone="secondary" busy={enterCode.isPending}>
            <Trans>Apply</Trans>
          </Button>
        </form>
      </details>
    </div>
  );
}
