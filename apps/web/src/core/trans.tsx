import { Trans as Sentence, type TransProps } from "@lingui/react";

/**
 * A sentence of the catalogue; the macro's `<Trans>` becomes this one. What people wrote may look like a tag, `<b>` or
 * `<0/>`: as an element of its own it is shown as it is, and never taken for a tag of the sentence.
 */
export const Trans = ({ values, ...sentence }: TransProps) => (
  <Sentence {...sentence} {...(values && { values: withoutTags(values) })} />
);

const withoutTags = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === "string" && value.includes("<") ? <>{value}</> : value,
    ]),
  );
