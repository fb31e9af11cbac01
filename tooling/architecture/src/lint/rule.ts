import type { RuleTester } from "oxlint/plugins-dev";

/** A lint rule as oxlint runs it; the linter publishes its types only through its tester. */
export type Rule = Extract<Parameters<RuleTester["run"]>[1], { create: unknown }>;
export type Context = Parameters<Rule["create"]>[0];
type Visitor = ReturnType<Rule["create"]>;
export type NodeOf<Type extends keyof Visitor> = Parameters<NonNullable<Visitor[Type]>>[0];
export type Expression = NodeOf<"ExpressionStatement">["expression"];
export type Scope = ReturnType<Context["sourceCode"]["getScope"]>;
type Identifier = Scope["references"][number]["identifier"];

/** Every place that names a global: something the file neither declares nor imports. */
export function globalUses({ sourceCode }: Context): Identifier[] {
  const scope = sourceCode.scopeManager.globalScope;
  if (!scope) return [];

  const known = scope.variables.filter((variable) => variable.defs.length === 0);
  return [...scope.through, ...known.flatMap((variable) => variable.references)].map(({ identifier }) => identifier);
}

/** The name after the dot of `object.name` or `object["name"]`; undefined when it is computed. */
export function propertyName({ computed, property }: NodeOf<"MemberExpression">): string | undefined {
  if (!computed && property.type === "Identifier") return property.name;
  return property.type === "Literal" && typeof property.value === "string" ? property.value : undefined;
}
