import { type Rule, globalUses, propertyName } from "./rule.ts";

const clock = "The domain has no clock: take `Clock` from @vitrina/domain/core, or the moment itself, as an argument.";
const chance =
  "The domain has no chance: take `NewId` from @vitrina/domain/core, or a port of your room, as an argument.";
const environment =
  "The domain has no environment: let the composition root (apps/api/src/services.ts) pass the value in.";
const network =
  "The domain has no network: declare a port next to the rule and implement it in apps/api or packages/db.";

const FORBIDDEN = new Map([
  ["performance", clock],
  ["setTimeout", clock],
  ["setInterval", clock],
  ["setImmediate", clock],
  ["crypto", chance],
  ["process", environment],
  ["globalThis", environment],
  ["console", environment],
  ["fetch", network],
  ["WebSocket", network],
  ["XMLHttpRequest", network],
]);
const FORBIDDEN_MEMBERS = new Map([
  ["Date.now", clock],
  ["Temporal.Now", clock],
  ["Math.random", chance],
]);

export const pureDomain: Rule = {
  create: (context) => ({
    "Program:exit"() {
      for (const identifier of globalUses(context)) {
        const { name, parent } = identifier;
        const message =
          FORBIDDEN.get(name) ??
          (parent.type === "MemberExpression" && parent.object === identifier
            ? FORBIDDEN_MEMBERS.get(`${name}.${propertyName(parent)}`)
            : undefined) ??
          (name === "Date" && asksTheClock(identifier) ? clock : undefined);
        if (message) context.report({ node: identifier, message });
      }
    },
  }),
};

function asksTheClock(date: ReturnType<typeof globalUses>[number]): boolean {
  const { parent } = date;
  if (parent.type === "CallExpression") return parent.callee === date;
  return parent.type === "NewExpression" && parent.callee === date && parent.arguments.length === 0;
}
