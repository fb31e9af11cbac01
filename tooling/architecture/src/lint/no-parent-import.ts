import type { Expression, Rule } from "./rule.ts";

const message =
  "Inside a room import `./x.ts`; leave it by name: `@vitrina/domain/cart`, `@vitrina/db/cart`, or `#core/api.ts` in an app (package.json maps `#*` to `./src/*`).";

export const noParentImport: Rule = {
  create(context) {
    const check = (source: Expression | null) => {
      if (source?.type === "Literal" && /^\.\.(\/|$)/.test(String(source.value)))
        context.report({ node: source, message });
    };
    return {
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source }) => check(source),
    };
  },
};
