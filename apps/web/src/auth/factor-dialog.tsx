import { Trans } from "@lingui/react/macro";
import { useRouterState } from "@tanstack/react-router";
import { useRef } from "react";
import { useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Dialog } from "#core/ui/dialog.tsx";

/** Says that an act asks for the second factor, and leads to where it is set up and back again. */
export function FactorDialog({ onClose }: { onClose: () => void }) {
  const here = localizePath(useLocale(), useRouterState({ select: ({ location }) => location.pathname }));
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  return (
    <Dialog ref={dialog} title={<Trans>This step needs a second factor</Trans>} onClose={onClose}>
      <p>
        <Trans>
          What moves money, prices or roles, or shows how to reach a customer, takes more than a password. Set up an
          authenticator app once: it takes a minute.
        </Trans>
      </p>
      <div className="flex flex-wrap gap-3">
        <LinkButton to="/account/security" search={{ return: here }} hash="second-factor">
          <Trans>Set it up</Trans>
        </LinkButton>
        <Button tone="quiet" onClick={close}>
          <Trans>Not now</Trans>
        </Button>
      </div>
    </Dialog>
  );
}
