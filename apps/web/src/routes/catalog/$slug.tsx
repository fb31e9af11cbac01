import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/catalog/$slug")({ component: () => <h1>Catalog</h1> });
