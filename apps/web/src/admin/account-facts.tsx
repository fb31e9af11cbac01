import { Trans } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { ReactNode } from "react";
import { ReasonForm } from "#admin/reason-form.tsx";
import { useRoleName } from "#admin/role-name.ts";
import { useProvenApi } from "#auth/step-up.tsx";
import type { Api } from "#core/api.ts";
import { useApi, useLocale } from "#core/app.ts";
import { formatDate } from "#core/format.ts";
import { Outcome } from "#core/ui/states.tsx";

type Details = inferOutput<Api["users"]["customers"]["get"]>;

/** Who it is and how their account stands, with what staff may do about it. */
export function AccountFacts({ customer, openSessions }: { customer: Details; openSessions: number }) {
  const locale = useLocale();
  const roleName = useRoleName();
  const { id, maskedEmail, maskedPhone, emailVerified, role, createdAt } = customer;
  return (
    <>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
        <Fact name={<Trans>E-mail</Trans>}>
          {!emailVerified && (
            <p className="text-muted">
              <Trans>not confirmed</Trans>
            </p>
          )}
          <Contact id={id} field="email" masked={maskedEmail} />
        </Fact>
        {maskedPhone !== null && (
          <Fact name={<Trans>Phone</Trans>}>
            <Contact id={id} field="phone" masked={maskedPhone} />
          </Fact>
        )}
        <Fact name={<Trans>Role</Trans>}>{roleName(role)}</Fact>
        <Fact name={<Trans>Since</Trans>}>{formatDate(locale, createdAt)}</Fact>
        <Fact name={<Trans>Open sessions</Trans>}>{openSessions}</Fact>
        <Fact name={<Trans>Id</Trans>}>
          <code className="break-all">{id}</code>
        </Fact>
      </dl>
      <Account customer={customer} />
      <LostFactor userId={id} />
    </>
  );
}

const Fact = ({ name, children }: { name: ReactNode; children: ReactNode }) => (
  <div className="contents">
    <dt className="text-muted">{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Masked until somebody gives a reason to see it. */
function Contact({ id, field, masked }: { id: string; field: "email" | "phone"; masked: string }) {
  const reveal = useMutation(useProvenApi().users.customers.reveal.mutationOptions());
  if (reveal.data) return <Outcome className="break-all">{reveal.data.value ?? masked}</Outcome>;
  const act = { ...reveal, mutate: (reason: string) => reveal.mutate({ id, field, reason }) };
  return (
    <>
      {masked} <ReasonForm name={<Trans>Show in full</Trans>} act={act} />
    </>
  );
}

function Account({ customer: { id: userId, status } }: { customer: Details }) {
  const { accounts } = useApi().auth;
  const queryClient = useQueryClient();
  const onSuccess = () => queryClient.invalidateQueries();
  const disable = useMutation(accounts.disable.mutationOptions({ onSuccess }));
  const enable = useMutation(accounts.enable.mutationOptions({ onSuccess }));
  if (status === "disabled")
    return (
      <div className="grid gap-2">
        <p className="font-medium text-rowan">
          <Trans>This account is closed: nobody can sign in to it.</Trans>
        </p>
        <ReasonForm
          name={<Trans>Open the account</Trans>}
          act={{ ...enable, mutate: (reason) => enable.mutate({ userId, reason }) }}
        />
      </div>
    );
  return (
    <ReasonForm
      danger
      name={<Trans>Close the account</Trans>}
      act={{ ...disable, mutate: (reason) => disable.mutate({ userId, reason }) }}
    />
  );
}

/** For whoever may let somebody in who lost app and recovery codes. */
function LostFactor({ userId }: { userId: string }) {
  const queryClient = useQueryClient();
  const rights = useQuery(useApi().auth.staff.rights.queryOptions()).data;
  const onSuccess = () => queryClient.invalidateQueries();
  const reset = useMutation(useProvenApi().auth.factor.reset.mutationOptions({ onSuccess }));
  if (!rights?.includes("customers:recover")) return null;
  if (reset.isSuccess)
    return (
      <Outcome>
        <Trans>The second factor is removed, and its owner is told.</Trans>
      </Outcome>
    );
  return (
    <ReasonForm
      danger
      name={<Trans>Remove a lost second factor</Trans>}
      act={{ ...reset, mutate: (reason) => reset.mutate({ userId, reason }) }}
    />
  );
}
