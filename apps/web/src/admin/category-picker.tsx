import { Trans, useLingui } from "@lingui/react/macro";
import { skipToken, useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useState } from "react";
import type { CategoryChoice } from "#admin/category-queries.ts";
import { Finder } from "#admin/finder.tsx";
import { useApi } from "#core/app.ts";
import { useLocalized } from "#core/texts.ts";
import { Button } from "#core/ui/button.tsx";

interface CategoryPickerProps {
  label: ReactNode;
  /** Categories that are not offered. */
  without?: readonly string[];
  busy?: boolean;
  onChoose: (choice: CategoryChoice) => void;
}

/** The way to a category as one line, e.g. "Kitchen › Mugs". */
function useWayText(): (choice: Pick<CategoryChoice, "path">) => string {
  const localized = useLocalized();
  return ({ path }) => path.map(localized).join(" › ");
}

/** Finds categories by the beginning of a word and hands the chosen one over. */
export function CategoryPicker({ label, without = [], busy = false, onChoose }: CategoryPickerProps) {
  const { t } = useLingui();
  const wayText = useWayText();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const found = useQuery(useApi().catalog.tree.choices.queryOptions(asked.length > 1 ? { q: asked } : skipToken));
  const choices = found.data?.filter(({ id }) => !without.includes(id));
  return (
    <Finder
      label={label}
      hint={<Trans>Two letters are enough.</Trans>}
      text={text}
      onText={setText}
      nothing={<Trans>No category is called so.</Trans>}
    >
      {choices?.map((choice) => {
        const way = wayText(choice);
        return (
          <li key={choice.id} className="flex flex-wrap items-center gap-x-4 border-b border-line py-1">
            <span>{way}</span>
            <Button
              tone="quiet"
              size="dense"
              className="ml-auto min-h-11"
              busy={busy}
              aria-label={t`Choose: ${way}`}
              onClick={() => onChoose(choice)}
            >
              <Trans>Choose</Trans>
            </Button>
          </li>
        );
      })}
    </Finder>
  );
}
