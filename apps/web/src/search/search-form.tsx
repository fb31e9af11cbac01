import { useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type ComponentType, type RefObject, useRef, useState } from "react";
import { useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { IconButton } from "#core/ui/button.tsx";
import { SearchIcon } from "#core/ui/icons.tsx";

type Suggestions = ComponentType<{ input: RefObject<HTMLInputElement | null> }>;

/** A GET form: it works before and without JavaScript; with it, the page is not reloaded and suggestions come while typing. */
export function SearchForm({ id }: { id: string }) {
  const { t } = useLingui();
  const locale = useLocale();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [Suggestions, setSuggestions] = useState<Suggestions | null>(null);
  const { q: asked } = useSearch({ strict: false });
  const q = typeof asked === "string" ? asked : undefined;
  // Without the script of the suggestions the field is a plain one.
  const suggest = () =>
    void import("#search/suggestions.tsx").then(
      (loaded) => setSuggestions(() => loaded.Suggestions),
      () => {},
    );

  return (
    <search>
      <form
        key={q}
        action={localizePath(locale, "/search")}
        className="relative"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get("q");
          void navigate({ to: "/search", search: { q: typeof typed === "string" ? typed.trim() : undefined } });
        }}
      >
        <label htmlFor={id} className="sr-only">
          {t`Search the shop`}
        </label>
        <input
          ref={input}
          id={id}
          name="q"
          type="search"
          maxLength={200}
          defaultValue={q}
          placeholder={t`Search the shop`}
          autoComplete="off"
          enterKeyHint="search"
          className="min-h-12 w-full rounded-button border border-edge bg-card pr-12 pl-4 text-base placeholder:text-muted"
          onFocus={suggest}
        />
        <IconButton type="submit" label={t`Find`} className="absolute inset-y-0 right-0">
          <SearchIcon />
        </IconButton>
        {Suggestions && <Suggestions input={input} />}
      </form>
    </search>
  );
}
