import type { Plugin } from "vite";

/**
 * tRPC is published lowered for browsers of 2017, each package with helpers of its own; its sources, published beside,
 * weigh a third less when built for the browsers of today.
 */
export const trpcFromSource = (): Plugin => ({
  name: "vitrina:trpc-from-source",
  enforce: "pre",
  apply: "build",
  applyToEnvironment: ({ name }) => name === "client",
  resolveId: {
    filter: { id: /^@trpc\// },
    async handler(source, importer) {
      const [, name, part = "index"] = /^(@trpc\/[^/]+)(?:\/(.+))?$/.exec(source) ?? [];
      const manifest = await this.resolve(`${name}/package.json`, importer, { skipSelf: true });
      return manifest && this.resolve(manifest.id.replace(/package\.json$/, `src/${part}`), importer);
    },
  },
});
