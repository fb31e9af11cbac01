import type { TRPC_ERROR_CODE_KEY } from "@trpc/server/rpc";
import { DomainError, type ErrorKind, InvalidInput } from "@vitrina/domain/core";
import { TRPCError } from "@trpc/server";
import * as z from "zod";

const CODES = {
  invalid: "BAD_REQUEST",
  unauthenticated: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  "not-found": "NOT_FOUND",
  conflict: "CONFLICT",
  limited: "TOO_MANY_REQUESTS",
  busy: "SERVICE_UNAVAILABLE",
} satisfies Record<ErrorKind, TRPC_ERROR_CODE_KEY>;

/** At most this many faulty fields are told. */
const MAX_FIELDS = 50;

/** The transport's form of a refusal; its message is the stable code. */
export const toTrpcError = (refusal: DomainError): TRPCError =>
  new TRPCError({ code: CODES[refusal.kind], message: refusal.code, cause: refusal });

/** The refusal behind an error, or null for a bug. Faulty input becomes a refusal with the paths of its fields. */
export function refusalOf(error: TRPCError): DomainError | null {
  if (error.cause instanceof DomainError) return error.cause;
  if (error.code === "BAD_REQUEST" && error.cause instanceof z.ZodError)
    return new InvalidInput({
      fields: error.cause.issues
        .slice(0, MAX_FIELDS)
        .map((issue) => ({ path: issue.path.join("."), reason: issue.code })),
    });
  return null;
}
