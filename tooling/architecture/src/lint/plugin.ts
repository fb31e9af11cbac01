import { constantSql } from "./constant-sql.ts";
import { envInOnePlace } from "./env-in-one-place.ts";
import { noDoubleCast } from "./no-double-cast.ts";
import { noParentImport } from "./no-parent-import.ts";
import { pureDomain } from "./pure-domain.ts";
import { reasonedExceptions } from "./reasoned-exceptions.ts";
import { zodAsNamespace } from "./zod-as-namespace.ts";

/** The rules of the house that no ready-made lint rule states; see docs/resolving-violations.md. */
export default {
  meta: { name: "vitrina" },
  rules: {
    "constant-sql": constantSql,
    "env-in-one-place": envInOnePlace,
    "no-double-cast": noDoubleCast,
    "no-parent-import": noParentImport,
    "pure-domain": pureDomain,
    "reasoned-exceptions": reasonedExceptions,
    "zod-as-namespace": zodAsNamespace,
  },
};
