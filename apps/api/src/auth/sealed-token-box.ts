import { hash, randomBytes } from "node:crypto";
import type { TokenBox } from "@vitrina/domain/auth";
import { sealUnder } from "#core/seal.ts";

/** A successor is sealed under its parent's raw value, which is stored as a digest only: a dump opens nothing. */
export const tokenBox: TokenBox = {
  create: () => randomBytes(32).toString("base64url"),
  digest: (raw) => hash("sha256", raw, "buffer"),
  seal: (parent, successor) => sealUnder(parent, "succ").seal(successor),
  open: (parent, sealed) => sealUnder(parent, "succ").open(sealed),
};
