import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { type AddressBook, type SavedAddress, usePlaceLine } from "#core/address/address-texts.ts";
import { formatPhone } from "#core/address/format-phone.ts";
import { refusalOf } from "#core/refusal.ts";
import { Button, LinkButton } from "#core/ui/button.tsx";
import { Alert } from "#core/ui/states.tsx";
import { useToast } from "#core/ui/toast.tsx";
import { useExplainUsersRefusal } from "#users/explain-users-refusal.ts";
import { useAddressChanges } from "#users/use-address-changes.ts";

const USES = ["shipping", "billing"] as const;
type Use = (typeof USES)[number];

/** The person's addresses; a deleted one can be brought back while the notice stands. */
export function AddressList({ book }: { book: AddressBook }) {
  const { t } = useLingui();
  const list = useRef<HTMLUListElement>(null);
  const explain = useExplainUsersRefusal();
  const showToast = useToast();
  const { add, remove, makeDefault } = useAddressChanges();
  const failure = add.error ?? remove.error ?? makeDefault.error;

  const restore = async ({ id, ...address }: SavedAddress) => {
    const restored = await add.mutateAsync(address);
    const [newest] = restored.addresses;
    const uses = USES.filter((use) => newest && book.defaults?.[use] === id && restored.defaults?.[use] !== newest.id);
    for (const use of uses) if (newest) await makeDefault.mutateAsync({ id: newest.id, use });
  };
  const drop = (address: SavedAddress) =>
    remove.mutate(
      { id: address.id },
      {
        onSuccess: () => {
          list.current?.focus();
          showToast({
            message: <Trans>The address is deleted.</Trans>,
            undo: () => void restore(address).catch(() => undefined),
          });
        },
      },
    );

  return (
    <>
      {failure && <Alert>{explain(refusalOf(failure))}</Alert>}
      <ul ref={list} tabIndex={-1} aria-label={t`My addresses`} className="grid gap-4 lg:grid-cols-2">
        {book.addresses.map((address) => (
          <AddressCard
            key={address.id}
            address={address}
            uses={USES.filter((use) => book.defaults?.[use] === address.id)}
            busy={remove.isPending || makeDefault.isPending}
            onDelete={() => drop(address)}
            onDefault={(use) => makeDefault.mutate({ id: address.id, use })}
          />
        ))}
      </ul>
    </>
  );
}

interface AddressCardProps {
  address: SavedAddress;
  uses: Use[];
  busy: boolean;
  onDelete: () => void;
  onDefault: (use: Use) => void;
}

function AddressCard({ address, uses, busy, onDelete, onDefault }: AddressCardProps) {
  const { t } = useLingui();
  const line = usePlaceLine()(address);
  const are = { shipping: t`Default for delivery`, billing: t`Default for billing` };
  const become = { shipping: t`Make default for delivery`, billing: t`Make default for billing` };
  const about = `address-${address.id}`;
  return (
    <li className="grid content-start gap-3 border border-line p-5">
      <div id={about}>
        <p className="font-medium">{address.fullName}</p>
        <p>{line}</p>
        <p className="text-muted">{formatPhone(address.phone)}</p>
      </div>
      {uses.length > 0 && <p className="text-sm text-spruce">{uses.map((use) => are[use]).join(" · ")}</p>}
      <div className="flex flex-wrap gap-2">
        <LinkButton
          tone="secondary"
          to="/account/addresses/$id"
          params={{ id: address.id }}
          aria-label={t`Edit: ${line}`}
        >
          <Trans>Edit</Trans>
        </LinkButton>
        <Button tone="danger" disabled={busy} onClick={onDelete} aria-describedby={about}>
          <Trans>Delete</Trans>
        </Button>
      </div>
      <div className="-ml-3 grid justify-items-start">
        {USES.filter((use) => !uses.includes(use)).map((use) => (
          <Button
            key={use}
            tone="quiet"
            className="px-3! text-left!"
            disabled={busy}
            onClick={() => onDefault(use)}
            aria-describedby={about}
          >
            {become[use]}
          </Button>
        ))}
      </div>
    </li>
  );
}
