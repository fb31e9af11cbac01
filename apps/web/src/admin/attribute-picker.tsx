import { Trans, useLingui } from "@lingui/react/macro";
import { skipToken, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useState } from "react";
import type { Attribute } from "#admin/attribute-model.ts";
import { useAttributeTypeNames } from "#admin/attribute-texts.ts";
import { Finder } from "#admin/finder.tsx";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";

/** As many as are offered at once; a longer text narrows them. */
const SHOWN = 10;

interface AttributePickerProps {
  label: ReactNode;
  /** Codes that are not offered. */
  without: readonly string[];
  onChoose: (attribute: Attribute) => void;
}

/** Finds attributes by a part of their name or code and hands the chosen one over. */
export function AttributePicker({ label, without, onChoose }: AttributePickerProps) {
  const { t } = useLingui();
  const localized = useLocalized();
  const types = useAttributeTypeNames();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const found = useQuery(useApi().catalog.attributes.list.queryOptions(asked.length > 1 ? { q: asked } : skipToken));
  const choices = found.data?.attributes.filter(({ code }) => !without.includes(code)).slice(0, SHOWN);
  return (
    <Finder
      label={label}
      hint={<Trans>Two letters of the name or code are enough.</Trans>}
      text={text}
      onText={setText}
      nothing={
        <>
          <Trans>No other attribute is called so.</Trans>{" "}
          <Link to="/admin/attributes/edit" className="inline-flex min-h-11 items-center text-spruce underline">
            <Trans>New attribute</Trans>
          </Link>
        </>
      }
    >
      {choices?.map((attribute) => {
        const name = localized(attribute.name) || attribute.code;
        return (
          <li key={attribute.code} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <span>{name}</span>
            <span className="text-muted">{types[attribute.type]}</span>
            <Button
              tone="quiet"
              size="dense"
              className="ml-auto min-h-11"
              aria-label={t`Add: ${name}`}
              onClick={() => onChoose(attribute)}
            >
              <Trans>Add</Trans>
            </Button>
          </li>
        );
      })}
    </Finder>
  );
}
