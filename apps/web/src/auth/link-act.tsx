import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useExplainAuthRefusal } from "#auth/explain-auth-refusal.ts";
import type { OpenedLink } from "#auth/link-gate.tsx";
import { forgetLinkToken } from "#auth/link-token.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button } from "#core/ui/button.tsx";
import { Alert, Outcome } from "#core/ui/states.tsx";

interface LinkActProps {
  link: OpenedLink;
  act: (input: { token: string }) => Promise<unknown>;
  label: ReactNode;
  children: ReactNode;
  /** What is shown when it is done. */
  done: ReactNode;
}

/** One button that uses a link up: a page that is merely opened, say by a mail scanner, changes nothing. */
export function LinkAct({ link: { token }, act, label, children, done }: LinkActProps) {
  const explain = useExplainAuthRefusal();
  const use = useMutation({ mutationFn: () => act({ token }), onSuccess: forgetLinkToken });
  if (use.isSuccess) return <Outcome className="grid justify-items-start gap-4">{done}</Outcome>;
  return (
    <div className="grid justify-items-start gap-4">
      {use.error && <Alert>{explain(refusalOf(use.error))}</Alert>}
      {children}
      <Button busy={use.isPending} onClick={() => use.mutate()}>
        {label}
      </Button>
    </div>
  );
}
