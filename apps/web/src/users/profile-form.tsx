import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { inferInput, inferOutput } from "@trpc/tanstack-react-query";
import { type FormEvent, useState } from "react";
import type { Api } from "#core/api.ts";
import { useApi, useLocale, useVisitor } from "#core/app.ts";
import { pathInCurrency } from "#core/currency-path.ts";
import { localizePath } from "#core/locale.ts";
import { refusalOf } from "#core/refusal.ts";
import { typedIn } from "#core/typed-in.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Field, Select, TextInput } from "#core/ui/field.tsx";
import { Alert, ErrorSummary } from "#core/ui/states.tsx";
import { CURRENCIES } from "#core/visitor.ts";
import { useExplainUsersRefusal } from "#users/explain-users-refusal.ts";

export type Profile = inferOutput<Api["users"]["profile"]>;
type Edit = inferInput<Api["users"]["editProfile"]>;

/** Name, phone, language and currency; after an edit made elsewhere the next save is on top of that one. */
export function ProfileForm({ profile }: { profile: Profile }) {
  const { t } = useLingui();
  const explain = useExplainUsersRefusal();
  const { save, version } = useSaveProfile(profile);
  const refusal = refusalOf(save.error);
  const message = save.error ? explain(refusal) : undefined;
  const phoneFault = refusal?.code === "users.invalid-phone" ? message : undefined;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!save.isPending) save.mutate({ ...editTyped(event.currentTarget), version });
  };

  return (
    <form method="post" onSubmit={submit} className="grid max-w-[480px] gap-4">
      {phoneFault && <ErrorSummary errors={[{ fieldId: "profile-phone", message: phoneFault }]} />}
      {message && !phoneFault && <Alert>{message}</Alert>}
      <Field label={<Trans>Your name</Trans>}>
        {(control) => (
          <TextInput
            {...control}
            name="name"
            autoComplete="name"
            maxLength={200}
            defaultValue={profile.name}
            required
          />
        )}
      </Field>
      <Field
        id="profile-phone"
        label={<Trans>Phone</Trans>}
        hint={<Trans>So that we can reach you about an order. With the country code, like +7 912 345-67-89.</Trans>}
        error={phoneFault}
        optional
      >
        {(control) => (
          <TextInput
            {...control}
            name="phone"
            type="tel"
            inputMode="tel"
            autoComplete="tel"
            minLength={5}
            maxLength={30}
            defaultValue={profile.phone ?? ""}
          />
        )}
      </Field>
      <Field label={<Trans>Language of our letters</Trans>}>
        {(control) => (
          <Select {...control} name="locale" autoComplete="language" defaultValue={profile.locale}>
            <option value="ru" lang="ru">
              Русский
            </option>
            <option value="en" lang="en">
              English
            </option>
          </Select>
        )}
      </Field>
      <Field label={<Trans>Currency</Trans>} hint={<Trans>Prices are shown in it when you sign in.</Trans>}>
        {(control) => (
          <Select
            {...control}
            name="currency"
            autoComplete="transaction-currency"
            defaultValue={profile.currency ?? ""}
          >
            <option value="">{t`As chosen on the device`}</option>
            {CURRENCIES.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </Select>
        )}
      </Field>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={save.isPending || save.isSuccess}>
          <Trans>Save</Trans>
        </Button>
        <LinkButton tone="quiet" to="/account">
          <Trans>Cancel</Trans>
        </LinkButton>
      </div>
    </form>
  );
}

function useSaveProfile(profile: Profile) {
  const { users } = useApi();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const locale = useLocale();
  const visitor = useVisitor();
  const [version, setVersion] = useState(profile.version);
  const show = (fresh: Profile) => {
    queryClient.setQueryData(users.profile.queryKey(), fresh);
    queryClient.setQueryData(users.me.queryKey(), fresh);
  };
  const save = useMutation(
    users.editProfile.mutationOptions({
      onSuccess: (saved) => {
        show(saved);
        const home = localizePath(locale, "/account");
        const path = pathInCurrency(home, saved.currency, visitor);
        if (path === home) void navigate({ to: "/account" });
        else window.location.assign(path);
      },
      onError: (error) => {
        const refusal = refusalOf(error);
        if (refusal?.code !== "users.profile-changed") return;
        show(refusal.details.profile);
        setVersion(refusal.details.profile.version);
      },
    }),
  );
  return { save, version };
}

function editTyped(form: HTMLFormElement): Omit<Edit, "version"> {
  const typed = typedIn(form);
  return {
    name: typed("name").trim(),
    phone: typed("phone").trim() || null,
    locale: typed("locale") === "ru" ? "ru" : "en",
    currency: CURRENCIES.find((currency) => currency === typed("currency")) ?? null,
  };
}
