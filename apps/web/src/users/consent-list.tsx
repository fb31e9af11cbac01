import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
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

  /** The box that was just clicked shows what it was clicked to. */
  const granted = (state: State) =>
    change.isPending && change.variables.purpose === state.purpose ? change.variables.granted : state.granted;

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
            checked={granted(state)}
            disabled={change.isPending}
            onChange={(granted) => change.mutate({ ...subjectOf(state), granted, textVersion: CONSENT_TEXT })}
          />
        ))}
      </ul>
    </div>
  );
}

const subjectOf = ({ purpose, channel }: State) => ({ purpose, channel });

interface ConsentRowProps {
  state: State;
  checked: boolean;
  disabled: boolean;
  onChange: (granted: boolean) => void;
}

function ConsentRow({ state: { purpose, granted, at }, checked, disabled, onChange }: ConsentRowProps) {
  const { title, words } = useConsentTexts()[purpose];
  const locale = useLocale();
  const since = at && formatDate(locale, at);
  return (
    <li className="border-b border-line py-2">
      <Checkbox
        name={purpose}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
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
