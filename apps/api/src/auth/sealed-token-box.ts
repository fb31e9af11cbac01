import { createHash, randomBytes } from "node:crypto";
import type { TokenBox } from "@vitrina/domain/auth";
import { sealUnder } from "#core/seal.ts";

/** A successor is sealed under its parent's raw value, which is stored as a digest only: a dump opens nothing. */
export const tokenBox: TokenBox = {
  create: () => randomBytes(32).toString("base64url"),
  digest: (raw) => createHash("sha256").update(raw).digest(),
  seal: (parent, successor) => sealUnder(parent, "succ").seal(successor),
  open: (parent, sealed) => sealUnder(parent, "succ").open(sealed),
};
