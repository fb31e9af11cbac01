import { Trans, useLingui } from "@lingui/react/macro";
import { useHydrated } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useLocale } from "#core/app.ts";
import { formatNumber } from "#core/format.ts";
import { TextInput } from "#core/ui/field.tsx";
import { Swatches } from "#core/ui/goods.tsx";
import { facetParam } from "#search/facet-params.ts";
import { useFacetTexts } from "#search/facet-texts.ts";
import type { Facet, FacetValue } from "#search/list-pages.ts";

/** So many values stand open, the others behind "more"; with more than `LONG` they can be looked through. */
const OPEN = 8;
const LONG = 12;

interface FacetGroupProps {
  facet: Facet;
  onTick: (form: HTMLFormElement | null) => void;
}

/** The values of one facet as boxes of the form, in an order that no choice changes. */
export function FacetGroup({ facet, onTick }: FacetGroupProps) {
  const { t } = useLingui();
  const { nameOf, labelOf } = useFacetTexts();
  const name = nameOf(facet);
  const [sought, setSought] = useState("");
  const rest = facet.values.slice(OPEN);
  const [unfolded] = useState(rest.some(({ chosen }) => chosen));
  const isLong = useHydrated() && facet.values.length > LONG;
  const wanted = sought.trim().toLowerCase();
  const rows = (values: FacetValue[]) => (
    <ul>
      {values.map((value) => {
        const label = labelOf(facet, value);
        return (
          <li key={value.key} hidden={!label.toLowerCase().includes(wanted)}>
            <Value facet={facet} value={value} onTick={onTick}>
              {label}
            </Value>
          </li>
        );
      })}
    </ul>
  );

  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-semibold first-letter:uppercase">{name}</legend>
      {isLong && <FindValue name={name} onType={setSought} />}
      {rows(facet.values.slice(0, OPEN))}
      {rest.length > 0 && (
        <details open={unfolded || wanted !== ""}>
          <summary
            aria-label={t`${rest.length} more: ${name}`}
            className="flex min-h-11 cursor-pointer items-center text-sm text-spruce underline lg:min-h-9"
          >
            <Trans>{rest.length} more</Trans>
          </summary>
          {rows(rest)}
        </details>
      )}
    </fieldset>
  );
}

function FindValue({ name, onType }: { name: string; onType: (text: string) => void }) {
  const { t } = useLingui();
  return (
    <TextInput
      aria-label={t`Find among: ${name}`}
      placeholder={t`Find`}
      className="mb-1 text-sm lg:min-h-9"
      onChange={(event) => onType(event.currentTarget.value)}
      onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
    />
  );
}

/** One box; a value that would leave nothing cannot be ticked, but one that is on stays. */
function Value({ facet, value, onTick, children }: FacetGroupProps & { value: FacetValue; children: ReactNode }) {
  const locale = useLocale();
  const idle = value.count === 0 && !value.chosen;
  return (
    <label
      className={`flex min-h-11 items-center gap-2 text-sm lg:min-h-9 ${idle ? "text-muted" : "cursor-pointer hover:underline"}`}
    >
      <input
        type="checkbox"
        name={facetParam(facet.code)}
        value={value.key}
        defaultChecked={value.chosen}
        disabled={idle}
        className="size-5 shrink-0 accent-spruce"
        onChange={(event) => onTick(event.currentTarget.form)}
      />
      {value.swatch && <Swatches colours={[value.swatch]} />}
      <span className="min-w-0 grow break-words first-letter:uppercase">{children}</span>
      <span className="text-muted">{formatNumber(locale, value.count)}</span>
    </label>
  );
}
