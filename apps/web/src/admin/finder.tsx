import type { ReactNode } from "react";
import { Field, TextInput } from "#core/ui/field.tsx";

interface FinderProps {
  label: ReactNode;
  hint?: ReactNode;
  maxLength?: number;
  text: string;
  onText: (text: string) => void;
  /** Said when nothing is called so. */
  nothing: ReactNode;
  /** What was found, each a list item; undefined while nothing was asked. */
  children: ReactNode[] | undefined;
}

/** A field to search by, with what was found under it. Enter does not send the form around it. */
export function Finder({ label, hint, maxLength = 100, text, onText, nothing, children }: FinderProps) {
  return (
    <div className="grid gap-2">
      <Field label={label} hint={hint}>
        {(control) => (
          <TextInput
            {...control}
            type="search"
            autoComplete="off"
            maxLength={maxLength}
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
        )}
      </Field>
      <div aria-live="polite">
        {children?.length === 0 && <p className="text-muted">{nothing}</p>}
        <ul className="grid">{children}</ul>
      </div>
    </div>
  );
}
