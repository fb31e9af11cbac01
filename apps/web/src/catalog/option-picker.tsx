import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import clsx from "clsx";
import { useLocalized } from "#core/texts.ts";
import {
  choicesOf,
  type ProductOption,
  type ProductPage,
  type ValueChoice,
  type Variant,
} from "#catalog/choose-variant.ts";

interface OptionPickerProps {
  product: ProductPage;
  chosen: Variant;
}

/** Every value is a link to its variant, so choosing works without JavaScript and the address can be shared. */
export function OptionPicker({ product, chosen }: OptionPickerProps) {
  return product.options.map((option) => (
    <OptionRow key={option.code} product={product} option={option} chosen={chosen} />
  ));
}

function OptionRow({ product, option, chosen }: OptionPickerProps & { option: ProductOption }) {
  const localized = useLocalized();
  const choices = choicesOf(product, option, chosen);
  const current = choices.find(({ state }) => state === "chosen");
  const id = `option-${option.code}`;
  if (choices.length === 0) return null;
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h2 id={id} className="text-sm font-medium">
        {localized(option.name)}
        {current && <span className="font-normal text-muted">: {localized(current.value.name)}</span>}
      </h2>
      <ul className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <li key={choice.value.code}>
            <Value choice={choice} slug={product.slug} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Value({ choice: { value, variant, state, soldOut }, slug }: { choice: ValueChoice; slug: string }) {
  const { t } = useLingui();
  const localized = useLocalized();
  const name = localized(value.name);
  const names = soldOut
    ? { same: t`${name}, sold out`, other: t`${name}, not with the other choices, sold out` }
    : { same: name, other: t`${name}, not with the other choices: they change` };
  return (
    <Link
      to="/p/$slug"
      params={{ slug }}
      search={(earlier) => ({ ...earlier, v: variant.sku })}
      replace
      resetScroll={false}
      aria-label={state === "adjusts" ? names.other : names.same}
      aria-current={state === "chosen" ? "true" : "false"}
      className={clsx(
        "inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-button border px-3 text-sm",
        state === "chosen" ? "border-ink outline-1 outline-ink" : "border-edge hover:bg-linen",
        soldOut && "text-muted line-through",
        state === "adjusts" && "border-dashed text-muted",
      )}
    >
      {value.swatch && (
        <svg aria-hidden width="20" height="20">
          <circle cx="10" cy="10" r="9" fill={value.swatch} className="stroke-edge" />
        </svg>
      )}
      {name}
    </Link>
  );
}
