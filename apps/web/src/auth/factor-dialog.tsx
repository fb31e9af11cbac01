import { Trans } from "@lingui/react/macro";
import { useRouterState } from "@tanstack/react-router";
import { useEffect, useId, useRef } from "react";
import { useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";

/** Says that an act asks for the second factor, and leads to where it is set up and back again. */
export function FactorDialog({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const here = localizePath(useLocale(), useRouterState({ select: ({ location }) => location.pathname }));
  useEffect(() => dialog.current?.showModal(), []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="m-auto w-[min(440px,calc(100vw-32px))] rounded-button bg-card p-5 shadow-overlay"
      onClose={onClose}
    >
      <div className="grid gap-4">
        <h2 id={titleId} className="text-h3">
          <Trans>This step needs a second factor</Trans>
        </h2>
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
          <Button tone="quiet" onClick={() => dialog.current?.close()}>
            <Trans>Not now</Trans>
          </Button>
        </div>
      </div>
    </dialog>
  );
}
