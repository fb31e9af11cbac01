import { Trans } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useExplainStockRefusal } from "#admin/explain-stock-refusal.ts";
import type { StockPlace } from "#admin/stock-terms.ts";
import { type Country, useCountryName } from "#core/address/address-texts.ts";
import { useApi } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox, Field, TextInput } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";

const COUNTRIES: readonly Country[] = ["RU", "DE", "US"];

function usePlaceActs() {
  const { locations } = useApi().inventory;
  const queryClient = useQueryClient();
  const showToast = useToast();
  const onSuccess = async () => {
    await queryClient.invalidateQueries({ queryKey: locations.pathKey() });
    showToast({ message: <Trans>The places are saved.</Trans> });
  };
  return {
    create: useMutation(locations.create.mutationOptions({ onSuccess })),
    change: useMutation(locations.change.mutationOptions({ onSuccess })),
    remove: useMutation(locations.remove.mutationOptions({ onSuccess })),
  };
}

/** Names, code, priority and countries of a place, and whether it is closed; null makes a new one. */
export function PlaceEditor({ place }: { place: StockPlace | null }) {
  const { create, change, remove } = usePlaceActs();
  const explain = useExplainStockRefusal();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const chosen = new FormData(event.currentTarget).getAll("country").map(String);
    // Countries that this page does not offer stay as they are.
    const others = place?.countries.filter((country) => !COUNTRIES.some((known) => known === country)) ?? [];
    const draft = {
      code: typed("code").trim(),
      name: { ru: typed("ru"), en: typed("en") },
      priority: Number(typed("priority")),
      countries: [...others, ...chosen],
      closed: typed("closed") === "on",
    };
    if (place) change.mutate({ id: place.id, version: place.version, ...draft });
    else create.mutate(draft);
  };
  const error = create.error ?? change.error ?? remove.error;
  return (
    <form method="post" onSubmit={submit} className="grid max-w-[48rem] gap-4">
      {error && <Alert>{explain(refusalOf(error))}</Alert>}
      <Texts place={place} />
      <Countries chosen={place?.countries ?? []} />
      {place && (
        <Checkbox name="closed" defaultChecked={place.closed}>
          <Trans>Closed: nothing new is sold from here</Trans>
        </Checkbox>
      )}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" tone={place ? "secondary" : "primary"} busy={create.isPending || change.isPending}>
          {place ? <Trans>Save the place</Trans> : <Trans>Make the place</Trans>}
        </Button>
        {place && (
          <Button
            tone="danger"
            busy={remove.isPending}
            onClick={() => remove.mutate({ id: place.id, version: place.version })}
          >
            <Trans>Delete the empty place</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}

function Texts({ place }: { place: StockPlace | null }) {
  const name = { autoComplete: "off", maxLength: 80, required: true } as const;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={<Trans>Name in Russian</Trans>}>
        {(control) => <TextInput {...control} {...name} name="ru" lang="ru" defaultValue={place?.name.ru ?? ""} />}
      </Field>
      <Field label={<Trans>Name in English</Trans>}>
        {(control) => <TextInput {...control} {...name} name="en" lang="en" defaultValue={place?.name.en ?? ""} />}
      </Field>
      <Field
        label={<Trans>Code of the place</Trans>}
        hint={<Trans>Small Latin letters, digits and hyphens; programs know the place by it.</Trans>}
      >
        {(control) => (
          <TextInput
            {...control}
            name="code"
            autoComplete="off"
            autoCapitalize="none"
            minLength={2}
            maxLength={40}
            pattern="[a-z0-9]+(-[a-z0-9]+)*"
            required
            defaultValue={place?.code ?? ""}
          />
        )}
      </Field>
      <Field label={<Trans>Priority</Trans>} hint={<Trans>0 to 1000; the lower, the earlier.</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="priority"
            type="number"
            inputMode="numeric"
            min={0}
            max={1000}
            required
            defaultValue={place?.priority ?? 10}
          />
        )}
      </Field>
    </div>
  );
}

function Countries({ chosen }: { chosen: readonly string[] }) {
  const countryName = useCountryName();
  return (
    <fieldset>
      <legend className="font-medium">
        <Trans>Countries served first; none is every country</Trans>
      </legend>
      <div className="flex flex-wrap gap-x-6">
        {COUNTRIES.map((country) => (
          <Checkbox key={country} name="country" value={country} defaultChecked={chosen.includes(country)}>
            {countryName(country)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
