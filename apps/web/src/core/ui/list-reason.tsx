import { Trans } from "@lingui/react/macro";
import { type LocalizedText, useLocalized } from "#core/texts.ts";

interface Reason {
  name: LocalizedText;
  minQuantity: number;
  forGroup: boolean;
}

/** Why a price is not the usual one: «Your price: Friends», "from 10 pieces". */
export function ListReason({ list }: { list: Reason | null }) {
  const localized = useLocalized();
  if (!list || (!list.forGroup && list.minQuantity === 1)) return null;
  const name = localized(list.name);
  const { minQuantity } = list;
  return (
    <span className="block text-sm font-normal text-muted">
      {list.forGroup && <Trans>Your price: {name}</Trans>}
      {list.forGroup && minQuantity > 1 && ", "}
      {minQuantity > 1 && <Trans>from {minQuantity} pieces on</Trans>}
    </span>
  );
}
