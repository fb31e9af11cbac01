import type { Rule } from "./rule.ts";

const LINT_EXCEPTION = /^\s*(?:oxlint|eslint)-disable(?:-next-line|-line)?(?<rules>[^]*?)(?:--(?<reason>[^]*))?$/;
const TYPE_EXCEPTION = /^\s*@ts-(?<kind>ignore|nocheck|expect-error)(?<reason>[^]*)$/;

export const reasonedExceptions: Rule = {
  create: (context) => ({
    Program() {
      for (const { value, loc } of context.sourceCode.getAllComments()) {
        const message = complaintAbout(value);
        if (message) context.report({ loc, message });
      }
    },
  }),
};

function complaintAbout(comment: string): string | undefined {
  const lint = LINT_EXCEPTION.exec(comment)?.groups;
  if (lint && !lint["rules"]?.trim())
    return "Name the rule that is set aside: `oxlint-disable-next-line <rule> -- <reason>`.";
  if (lint && !isReason(lint["reason"]))
    return "Say why the rule does not hold here: `oxlint-disable-next-line <rule> -- <reason>`.";

  const type = TYPE_EXCEPTION.exec(comment)?.groups;
  if (type && type["kind"] !== "expect-error")
    return "Use `@ts-expect-error <reason>`: it complains once it is no longer needed.";
  if (type && !isReason(type["reason"])) return "Say why the compiler is wrong here: `@ts-expect-error <reason>`.";
  return undefined;
}

const isReason = (text: string | undefined) => (text?.trim().length ?? 0) >= 10;
