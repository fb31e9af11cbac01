import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { DragEvent } from "react";
import type { ProductLink } from "#admin/links-draft.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox } from "#core/ui/field.tsx";
import { Picture } from "#core/ui/picture.tsx";

interface LinkItemProps {
  link: ProductLink;
  place: { index: number; count: number };
  onMove: (from: number, to: number) => void;
  onMutual: (mutual: boolean) => void;
  onRemove: () => void;
}

/** One linked product: dragged or moved by buttons, led back from or not, taken away. */
export function LinkItem({ link, place: { index, count }, onMove, onMutual, onRemove }: LinkItemProps) {
  const { t } = useLingui();
  const name = useLocalized()(link.name);
  const kind = `application/x-vitrina-link-${link.kind}`;
  const drop = (event: DragEvent) => {
    const from = event.dataTransfer.getData(kind);
    if (from === "") return;
    event.preventDefault();
    onMove(Number(from), index);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is a short cut of the buttons below
    <li
      draggable
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-1"
      onDragStart={(event) => event.dataTransfer.setData(kind, String(index))}
      onDragOver={(event) => event.dataTransfer.types.includes(kind) && event.preventDefault()}
      onDrop={drop}
    >
      <Picture picture={link.picture} sizes="40px" decorative className="w-10" />
      <div className="grid grow basis-40">
        <Link
          to="/admin/products/$id"
          params={{ id: link.targetId }}
          className="inline-flex min-h-11 items-center text-spruce underline"
        >
          {name}
        </Link>
        {link.status !== "published" && (
          <span className="text-sm text-muted">
            <Trans>not published: it waits</Trans>
          </span>
        )}
      </div>
      {link.kind !== "replacement" && (
        <Checkbox
          checked={link.mutual}
          aria-label={t`Both ways: ${name}`}
          onChange={({ target }) => onMutual(target.checked)}
        >
          <Trans>Both ways</Trans>
        </Checkbox>
      )}
      <div className="flex gap-2">
        <Button
          tone="secondary"
          size="dense"
          className="min-h-11 min-w-11"
          aria-disabled={index === 0 || undefined}
          aria-label={t`Earlier: ${name}`}
          onClick={() => onMove(index, index - 1)}
        >
          ↑
        </Button>
        <Button
          tone="secondary"
          size="dense"
          className="min-h-11 min-w-11"
          aria-disabled={index === count - 1 || undefined}
          aria-label={t`Later: ${name}`}
          onClick={() => onMove(index, index + 1)}
        >
          ↓
        </Button>
        <Button tone="quiet" size="dense" className="min-h-11" aria-label={t`Take away: ${name}`} onClick={onRemove}>
          <Trans>Take away</Trans>
        </Button>
      </div>
    </li>
  );
}
