import type { Rule } from "./rule.ts";

const message =
  "`as unknown as` hides a mistake from the compiler: narrow with a zod schema, a guard or a better type.";

export const noDoubleCast: Rule = {
  create: (context) => ({
    TSAsExpression(node) {
      const { expression } = node;
      if (
        expression.type === "TSAsExpression" &&
        /^TS(Unknown|Any|Never)Keyword$/.test(expression.typeAnnotation.type)
      ) {
        context.report({ node, message });
      }
    },
  }),
};
