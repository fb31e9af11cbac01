import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { Finder } from "#admin/finder.tsx";
import { useApi } from "#core/app.ts";
import { type LocalizedText, useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";

const ENOUGH = 8;

/** Finds collections that are filled by hand and hands the chosen one over. */
export function CollectionPicker({ onChoose }: { onChoose: (choice: { id: string; name: LocalizedText }) => void }) {
  const { t } = useLingui();
  const localized = useLocalized();
  const [text, setText] = useState("");
  const q = useDeferredValue(text.trim());
  const found = useQuery(useApi().catalog.collections.list.queryOptions(q === "" ? {} : { q })).data?.rows;
  const choices = found?.filter(({ rule }) => rule === null).slice(0, ENOUGH);
  return (
    <Finder
      label={<Trans>Collection that is filled by hand</Trans>}
      text={text}
      onText={setText}
      nothing={<Trans>No collection by hand is called so.</Trans>}
    >
      {choices?.map(({ id, name }) => {
        const title = localized(name);
        return (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <span>{title}</span>
            <Button
              tone="quiet"
              size="dense"
              className="ml-auto min-h-11"
              aria-label={t`Choose: ${title}`}
              onClick={() => onChoose({ id, name })}
            >
              <Trans>Choose</Trans>
            </Button>
          </li>
        );
      })}
    </Finder>
  );
}
