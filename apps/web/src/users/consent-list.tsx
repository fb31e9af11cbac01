import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useState } from "react";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import { Checkbox } from "#core/ui/field.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";
import { CONSENT_TEXT, useConsentTexts } from "#users/consent-texts.ts";

type State = inferOutput<Api["users"]["consents"]["list"]>[number];

/** What the shop may write for; each box counts as soon as it is ticked or cleared (USER-08). */
export function ConsentList() {
  const { consents } = useApi().users;
  const queryClient = useQueryClient();
  const { t } = useLingui();
  const showToast = useToast();
  const states = useSuspenseQuery(consents.list.queryOptions()).data;
  const change = useMutation(
    consents.change.mutationOptions({
      onSuccess: (now, { granted }) => {
        queryClient.setQueryData(consents.list.queryKey(), now);
        showToast({ message: granted ? t`Thank you, we will write.` : t`We will not write about this any more.` });
      },
    }),
  );

  return (
    <div className="grid max-w-prose gap-4">
      {change.error && (
        <Alert>
          <Trans>That did not work. Please try again in a moment.</Trans>
        </Alert>
      )}
      <ul className="grid">
        {states.map((state) => (
          <ConsentRow
            key={state.purpose + state.channel}
            state={state}
            disabled={change.isPending}
            save={(granted, onError) =>
              change.mutate({ ...subjectOf(state), granted, textVersion: CONSENT_TEXT }, { onError })
            }
          />
        ))}
      </ul>
    </div>
  );
}

const subjectOf = ({ purpose, channel }: State) => ({ purpose, channel });

interface ConsentRowProps {
  state: State;
  disabled: boolean;
  save: (granted: boolean, onError: () => void) => void;
}

function ConsentRow({ state: { purpose, granted, at }, disabled, save }: ConsentRowProps) {
  const { title, words } = useConsentTexts()[purpose];
  const locale = useLocale();
  /** What the box was clicked to, ahead of the answer. */
  const [shown, setShown] = useState(granted);
  const since = at && formatDate(locale, at);
  return (
    <li className="border-b border-line py-2">
      <Checkbox
        name={purpose}
        checked={shown}
        disabled={disabled}
        onChange={({ currentTarget: { checked } }) => {
          setShown(checked);
          save(checked, () => setShown(!checked));
        }}
      >
        <span className="grid gap-1">
          <b className="font-medium">{title}</b>
          <span>{words}</span>
          {since && (
            <span className="text-sm text-muted">
              {granted ? <Trans>You agreed on {since}.</Trans> : <Trans>You took it back on {since}.</Trans>}
            </span>
          )}
        </span>
      </Checkbox>
    </li>
  );
}
