import { useLingui } from "@lingui/react/macro";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useLocale } from "#core/app.ts";
import { localizePath } from "#core/locale.ts";
import { IconButton } from "#core/ui/button.tsx";
import { SearchIcon } from "#core/ui/icons.tsx";

/** A GET form: it works before and without JavaScript; with it, the page is not reloaded. */
export function SearchForm({ id }: { id: string }) {
  const { t } = useLingui();
  const locale = useLocale();
  const navigate = useNavigate();
  const { q: asked } = useSearch({ strict: false });
  const q = typeof asked === "string" ? asked : undefined;

  return (
    <search>
      <form
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
          key={q}
          id={id}
          name="q"
          type="search"
          maxLength={200}
          defaultValue={q}
          placeholder={t`Search the shop`}
          autoComplete="off"
          enterKeyHint="search"
          className="min-h-12 w-full rounded-button border border-edge bg-card pr-12 pl-4 text-base placeholder:text-muted"
        />
        <IconButton type="submit" label={t`Find`} className="absolute inset-y-0 right-0">
          <SearchIcon />
        </IconButton>
      </form>
    </search>
  );
}
