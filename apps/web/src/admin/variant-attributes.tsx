import { Plural, Trans } from "@lingui/react/macro";
import { useState } from "react";
import { AttributeInput } from "#admin/attribute-input.tsx";
import { controlOf, type TypedValue, type TypedValues, valueOf } from "#admin/attribute-value.ts";
import { useFaultText } from "#admin/fault-text.ts";
import type { ProductVariant } from "#admin/product-model.ts";
import type { TypeAttribute } from "#admin/type-model.ts";

interface VariantAttributesProps {
  variant: ProductVariant;
  attributes: TypeAttribute[];
  typed: TypedValues;
  onType: (code: string, typed: TypedValue) => void;
}

/** What one variant says for itself, unfolded on demand: a product may have two thousand of them. */
export function VariantAttributes({ variant, attributes, typed, onType }: VariantAttributesProps) {
  const [open, setOpen] = useState(false);
  const faultText = useFaultText();
  const missing = attributes.filter(({ code, required }) => required && !(code in variant.attributes)).length;
  return (
    <details className="sm:col-span-full" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center gap-2 text-spruce underline">
        <Trans>Attributes of this variant</Trans>
        {missing > 0 && (
          <span className="text-rowan">
            <Plural value={missing} one="# is missing" other="# are missing" />
          </span>
        )}
      </summary>
      {open && (
        <div className="grid items-start gap-4 border-l-2 border-shelf py-2 pl-4 sm:grid-cols-2">
          {attributes.map((attribute) => {
            const { code } = attribute;
            const control = controlOf(attribute, variant.attributes[code]);
            const text = typed[code];
            const wrong = text !== undefined && valueOf(control, text) === undefined;
            return (
              <AttributeInput
                key={code}
                id={`${variant.id}-${code}`}
                attribute={attribute}
                value={variant.attributes[code]}
                typed={text}
                error={wrong ? faultText("type", control) : undefined}
                onType={(given) => onType(code, given)}
              />
            );
          })}
        </div>
      )}
    </details>
  );
}
