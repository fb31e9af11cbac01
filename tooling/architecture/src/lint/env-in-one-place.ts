import { type Rule, globalUses, propertyName } from "./rule.ts";

const message =
  "Only apps/api/src/env.ts reads the environment: add the key to its schema and take the value as an argument.";

export const envInOnePlace: Rule = {
  create: (context) => ({
    "Program:exit"() {
      for (const identifier of globalUses(context)) {
        const { name, parent } = identifier;
        const readsEnv =
          name === "process" &&
          ((parent.type === "MemberExpression" && parent.object === identifier && propertyName(parent) === "env") ||
            (parent.type === "VariableDeclarator" && parent.init === identifier));
        if (readsEnv) context.report({ node: parent, message });
      }
    },
    ImportDeclaration(node) {
      if (/^(node:)?process$/.test(node.source.value)) context.report({ node, message });
    },
  }),
};
