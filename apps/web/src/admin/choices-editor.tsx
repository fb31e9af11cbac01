import { Trans, useLingui } from "@lingui/react/macro";
import { moved } from "#admin/moved.ts";
import { type Named, NamedFields } from "#admin/named-fields.tsx";
import { Button } from "#core/ui/button.tsx";

/** As many as an attribute has. */
const MOST = 200;

interface ChoicesEditorProps {
  choices: Named[];
  onChange: (choices: Named[]) => void;
}

/** What a choice can be, in the order in which it is offered. */
export function ChoicesEditor({ choices, onChange }: ChoicesEditorProps) {
  const { t } = useLingui();
  return (
    <fieldset className="grid gap-3 border-l-2 border-shelf pl-4">
      <legend className="text-base font-semibold">
        <Trans>Choices</Trans>
      </legend>
      <ol className="grid gap-4">
        {choices.map((choice, index) => {
          const name = choice.name.ru ?? choice.name.en ?? choice.code;
          return (
            <li key={index} className="flex flex-wrap items-end gap-2 border-b border-line pb-3">
              <NamedFields named={choice} onChange={(next) => onChange(choices.with(index, next))} />
              <span className="flex">
                <Button
                  tone="quiet"
                  className="max-sm:px-3"
                  aria-label={t`Up: ${name}`}
                  disabled={index === 0}
                  onClick={() => onChange(moved(choices, index, index - 1))}
                >
                  ↑
                </Button>
                <Button
                  tone="quiet"
                  className="max-sm:px-3"
                  aria-label={t`Down: ${name}`}
                  disabled={index === choices.length - 1}
                  onClick={() => onChange(moved(choices, index, index + 1))}
                >
                  ↓
                </Button>
                <Button
                  tone="quiet"
                  aria-label={t`Remove: ${name}`}
                  onClick={() => onChange(choices.toSpliced(index, 1))}
                >
                  <Trans>Remove</Trans>
                </Button>
              </span>
            </li>
          );
        })}
      </ol>
      <Button
        tone="secondary"
        className="justify-self-start"
        disabled={choices.length >= MOST}
        onClick={() => onChange([...choices, { code: "", name: {} }])}
      >
        <Trans>Add a choice</Trans>
      </Button>
    </fieldset>
  );
}
