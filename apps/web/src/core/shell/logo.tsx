import { Link } from "@tanstack/react-router";
import { useLocale } from "#core/app.ts";

/** The name over a line that runs past both ends, like a thing on a shelf. */
export function Logo() {
  const locale = useLocale();
  return (
    <Link to="/" className="inline-flex min-h-11 items-center">
      <span className="border-b-2 border-current px-2 text-h3 leading-6 font-logo tracking-tight">
        {locale === "ru" ? "витрина" : "vitrina"}
      </span>
    </Link>
  );
}
