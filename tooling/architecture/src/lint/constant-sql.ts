import { type Context, type Expression, type Rule, type Scope, propertyName } from "./rule.ts";

const UNESCAPED = new Set(["raw", "lit", "literal", "id", "ref", "table"]);
const DYNAMIC = new Set(["ref", "table", "column"]);
const message =
  "What is spliced into SQL must be a constant of this file: pass values as `${value}`, and choose names from a constant map.";

export const constantSql: Rule = {
  create: (context) => ({
    CallExpression(node) {
      const { callee } = node;
      if (callee.type !== "MemberExpression") return;

      const method = propertyName(callee) ?? "";
      const { object } = callee;
      const splices =
        (object.type === "Identifier" && object.name === "sql" && UNESCAPED.has(method)) ||
        (object.type === "MemberExpression" && propertyName(object) === "dynamic" && DYNAMIC.has(method));
      if (!splices) return;

      for (const argument of node.arguments) {
        if (argument.type === "SpreadElement" || !isConstant(argument, context))
          context.report({ node: argument, message });
      }
    },
  }),
};

function isConstant(node: Expression, context: Context): boolean {
  switch (node.type) {
    case "Literal":
      return true;
    case "TemplateLiteral":
      return node.expressions.every((part) => isConstant(part, context));
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return node.expression.type === "Identifier" ? false : isConstant(node.expression, context);
    case "ConditionalExpression":
      return isConstant(node.consequent, context) && isConstant(node.alternate, context);
    case "ArrayExpression":
      return node.elements.every((item) => item !== null && item.type !== "SpreadElement" && isConstant(item, context));
    case "ObjectExpression":
      return node.properties.every((entry) => entry.type === "Property" && isConstant(entry.value, context));
    case "MemberExpression":
      return node.object.type === "Identifier" && isConstant(node.object, context);
    case "Identifier":
      return isConstantName(node.name, context.sourceCode.getScope(node), context);
    default:
      return false;
  }
}

function isConstantName(name: string, scope: Scope, context: Context): boolean {
  for (let here: Scope | null = scope; here; here = here.upper) {
    const declaration = here.set.get(name)?.defs[0]?.node;
    if (!declaration) continue;
    if (declaration.type !== "VariableDeclarator" || declaration.parent.type !== "VariableDeclaration") return false;
    if (declaration.parent.kind !== "const" || declaration.id.type !== "Identifier") return false;

    const loop = declaration.parent.parent;
    if (loop.type === "ForOfStatement") return isConstant(loop.right, context);
    return declaration.init ? isConstant(declaration.init, context) : false;
  }
  return false;
}
