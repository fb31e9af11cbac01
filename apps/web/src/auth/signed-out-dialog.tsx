import { Trans } from "@lingui/react/macro";
import { useEffect, useRef, useState } from "react";
import { useApp } from "#core/app.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Dialog } from "#core/ui/dialog.tsx";

/** Comes when an act finds that the session is over: its person signs in beside the page, which keeps what they typed (AUTH-14). */
export function SignedOutDialog() {
  const { queryClient } = useApp();
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  useEffect(
    () =>
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type !== "updated" || event.action.type !== "error") return;
        if (refusalOf(event.action.error)?.code === "auth.sign-in-required") setOpen(true);
      }),
    [queryClient],
  );
  if (!open) return null;
  return (
    <Dialog ref={dialog} title={<Trans>You are signed out</Trans>} onClose={() => setOpen(false)}>
      <p>
        <Trans>
          The session has ended meanwhile, and nothing has been changed. What you typed stays on this page: sign in in a
          new tab, come back here and try again.
        </Trans>
      </p>
      <div className="flex flex-wrap gap-3">
        <LinkButton to="/sign-in" target="_blank" onClick={close}>
          <Trans>Sign in</Trans>
        </LinkButton>
        <Button tone="quiet" onClick={close}>
          <Trans>Close</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
