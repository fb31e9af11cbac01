import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

interface Budget {
  /** Most bytes of gzipped script that a page may need before anyone touches it. */
  limit: number;
  /** Sources of the pages' own chunks, e.g. "/routes/index.tsx". */
  pages: string[];
  /** Sources that every page loads besides, e.g. its sentences. */
  always: string[];
  /** Sources that none of the pages may carry. */
  never: RegExp;
}

/** Fails the build when a page grows over its budget or carries what is not its own, naming the page and the cause. */
export const scriptBudget = ({ limit, pages, always, never }: Budget): Plugin => ({
  name: "vitrina:script-budget",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client",
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
      const holding = (source: string) => chunks.filter(({ moduleIds }) => moduleIds.some((id) => id.includes(source)));
      const shared = [...chunks.filter(({ isEntry }) => isEntry), ...always.flatMap(holding)];

      for (const page of pages) {
        const needed = closure([...shared, ...holding(page)], bundle);
        const stranger = [...needed].flatMap(({ moduleIds }) => moduleIds).find((id) => never.test(id));
        if (stranger) this.error(`${page} carries ${stranger}, which no page of the shop may.`);
        const weight = weightOf(needed);
        const shown = `${page} needs ${(weight / 1000).toFixed(1)} kB of script`;
        if (weight > limit) this.error(`${shown}; its budget is ${limit / 1000} kB.`);
        this.info(shown);
      }
    },
  },
});

function closure(roots: Rolldown.OutputChunk[], bundle: Rolldown.OutputBundle): Set<Rolldown.OutputChunk> {
  const found = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputChunk) => {
    if (found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type === "chunk") visit(next);
    }
  };
  roots.forEach(visit);
  return found;
}

const weightOf = (chunks: Set<Rolldown.OutputChunk>): number =>
  [...chunks].reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0);
