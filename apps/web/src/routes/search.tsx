import { createFileRoute } from "@tanstack/react-router";
import { textOf } from "#core/search-params.ts";

export const Route = createFileRoute("/search")({
  validateSearch: (raw) => ({ q: textOf(raw, "q") }),
  component: () => <h1>Search</h1>,
});
