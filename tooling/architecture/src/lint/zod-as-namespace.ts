import type { Rule } from "./rule.ts";

const message = 'Write `import * as z from "zod"`: any other import carries the whole library into the browser.';

export const zodAsNamespace: Rule = {
  create: (context) => ({
    ImportDeclaration(node) {
      const whole = node.specifiers.every(({ type }) => type === "ImportNamespaceSpecifier");
      if (node.source.value === "zod" && node.importKind !== "type" && !whole) context.report({ node, message });
    },
  }),
};
