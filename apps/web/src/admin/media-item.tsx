import { Trans, useLingui } from "@lingui/react/macro";
import { type DragEvent, type ReactNode, useId } from "react";
import type { Media, PictureDraft } from "#admin/media-draft.ts";
import { Button } from "#core/ui/button.tsx";
import { Checkbox, Field, TextInput } from "#core/ui/field.tsx";
import { Picture } from "#core/ui/picture.tsx";

interface MediaItemProps {
  draft: PictureDraft;
  place: { index: number; count: number };
  variants: Media["variants"];
  onChange: (change: Partial<PictureDraft>) => void;
  onMove: (from: number, to: number) => void;
  onRemove: () => void;
}

const KIND = "application/x-vitrina-picture";

/** One picture: dragged or moved by buttons, told in words, given to variants, taken away. */
export function MediaItem({ draft, place: { index, count }, variants, onChange, onMove, onRemove }: MediaItemProps) {
  const { t } = useLingui();
  const name = draft.alt.ru ?? draft.alt.en ?? String(index + 1);
  const drop = (event: DragEvent) => {
    const from = event.dataTransfer.getData(KIND);
    if (from === "") return;
    event.preventDefault();
    onMove(Number(from), index);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dragging is a short cut of the buttons below
    <li
      className="grid gap-4 border-b border-line pb-4 sm:grid-cols-[8rem_1fr]"
      onDragOver={(event) => event.dataTransfer.types.includes(KIND) && event.preventDefault()}
      onDrop={drop}
    >
      <div
        draggable
        onDragStart={(event) => event.dataTransfer.setData(KIND, String(index))}
        className="w-32 cursor-grab"
      >
        <Picture picture={draft} sizes="8rem" />
      </div>
      <div className="grid gap-3">
        <div className="grid gap-3 md:grid-cols-2">
          <Alt
            label={<Trans>What it shows, in Russian</Trans>}
            value={draft.alt.ru ?? ""}
            onText={(ru) => onChange({ alt: { ...draft.alt, ru } })}
          />
          <Alt
            label={<Trans>What it shows, in English</Trans>}
            value={draft.alt.en ?? ""}
            onText={(en) => onChange({ alt: { ...draft.alt, en } })}
          />
        </div>
        {variants.length > 1 && (
          <VariantChoice
            variants={variants}
            chosen={draft.variantIds}
            onChoice={(variantIds) => onChange({ variantIds })}
          />
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            tone="secondary"
            size="dense"
            aria-disabled={index === 0 || undefined}
            aria-label={t`Earlier: ${name}`}
            onClick={() => onMove(index, index - 1)}
          >
            ↑
          </Button>
          <Button
            tone="secondary"
            size="dense"
            aria-disabled={index === count - 1 || undefined}
            aria-label={t`Later: ${name}`}
            onClick={() => onMove(index, index + 1)}
          >
            ↓
          </Button>
          <Button tone="quiet" size="dense" aria-label={t`Take away: ${name}`} onClick={onRemove}>
            <Trans>Take away</Trans>
          </Button>
        </div>
      </div>
    </li>
  );
}

function Alt({ label, value, onText }: { label: ReactNode; value: string; onText: (text: string) => void }) {
  return (
    <Field label={label} optional>
      {(control) => (
        <TextInput {...control} maxLength={300} value={value} onChange={({ target }) => onText(target.value)} />
      )}
    </Field>
  );
}

interface VariantChoiceProps {
  variants: Media["variants"];
  chosen: readonly string[];
  onChoice: (variantIds: string[]) => void;
}

function VariantChoice({ variants, chosen, onChoice }: VariantChoiceProps) {
  const group = useId();
  const toggle = (id: string) => onChoice(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <details>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-spruce underline">
        <Trans>Variants that it shows: {chosen.length}</Trans>
      </summary>
      <div role="group" aria-labelledby={group} className="grid max-h-60 gap-x-4 overflow-y-auto sm:grid-cols-2">
        <span id={group} className="sr-only">
          <Trans>Variants</Trans>
        </span>
        {variants.map(({ id, sku, optionValues }) => (
          <Checkbox key={id} checked={chosen.includes(id)} onChange={() => toggle(id)}>
            {Object.values(optionValues).join(", ") || sku} <span className="text-muted">{sku}</span>
          </Checkbox>
        ))}
      </div>
    </details>
  );
}
