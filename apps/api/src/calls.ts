import { randomUUID } from "node:crypto";
import {
  callTRPCProcedure,
  getTRPCErrorFromUnknown,
  getTRPCErrorShape,
  TRPCError,
  type TRPCProcedureType,
} from "@trpc/server";
import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { Context } from "#context.ts";
import { MAX_BODY, parseJson } from "#core/json.ts";
import { appRouter } from "#router.ts";

/** Most calls in one HTTP request. */
const MAX_BATCH = 10;

interface Call {
  request: Request;
  url: URL;
  /** "/trpc" or "/auth". */
  endpoint: string;
  context: (inBatch: boolean) => Promise<Context>;
  /** Of every answer. */
  headers: Readonly<Record<string, string>>;
}

/**
 * Answers procedure calls. A single call takes a short way around tRPC's HTTP adapter (measured: a third of its cost,
 * most of it in converting requests and streams); batches take the adapter.
 */
export async function answerCalls(call: Call): Promise<Response> {
  const path = pathOf(call);
  const strays = call.endpoint === "/auth" && path?.split(",").some((name) => !name.startsWith("auth."));
  if (path === null || strays) return new Response(null, { status: 404, headers: call.headers });
  if (call.url.searchParams.get("batch") === "1") return answerBatch(call);
  return isStream(path) ? answerStream(call) : answerOne(call, path);
}

/** Calls a mutation, with its limits, for a form without script, which has no key of its own. Throws what it throws. */
export const callForForm = (context: Context, path: string, input: object): Promise<unknown> =>
  callTRPCProcedure({
    router: appRouter,
    path,
    type: "mutation",
    ctx: { ...context, log: context.log, idempotencyKey: randomUUID() },
    batchIndex: 0,
    signal: undefined,
    getRawInput: async () => input,
  });

/** Unescaped as the adapter does it, for an escaped comma parts calls too; null when it cannot be. */
function pathOf({ url, endpoint }: Call): string | null {
  try {
    return decodeURIComponent(url.pathname.slice(endpoint.length + 1));
  } catch {
    return null;
  }
}

async function answerOne({ request, url, context, headers }: Call, path: string): Promise<Response> {
  const type = request.method === "POST" ? "mutation" : "query";
  const ctx = await context(false);
  let input: Promise<unknown> | undefined;
  try {
    const data: unknown = await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      ctx,
      batchIndex: 0,
      signal: undefined,
      // Asked for by the idempotency middleware and again by the schema, but a body can be read once only.
      getRawInput: () => (input ??= type === "mutation" ? readBody(request) : readQuery(url)),
    });
    return reply({ result: data === undefined ? {} : { data } }, { status: 200, headers, ctx });
  } catch (cause) {
    const { error, shape } = failureOf(cause, { type, path, ctx });
    return reply({ error: shape }, { status: getHTTPStatusCodeFromError(error), headers, ctx });
  }
}

/** What a call ended with, and the form in which clients are told. */
export function failureOf(
  cause: unknown,
  { type, path, ctx }: { type: TRPCProcedureType; path: string; ctx: Context | undefined },
) {
  const error = getTRPCErrorFromUnknown(cause);
  const shape = getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input: undefined, ctx });
  return { error, shape };
}

async function readBody(request: Request): Promise<unknown> {
  // A told length was looked at already.
  const text = request.headers.has("content-length") ? await request.text() : await readCounted(request);
  return text === "" ? undefined : parsed(text);
}

/** The text of a body that comes in chunks, as long as it is not too large. */
async function readCounted({ body }: Request): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BODY) throw new TRPCError({ code: "PAYLOAD_TOO_LARGE" });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function readQuery(url: URL): Promise<unknown> {
  const input = url.searchParams.get("input");
  return input === null ? undefined : parsed(input);
}

function parsed(json: string): unknown {
  try {
    return parseJson(json);
  } catch (cause) {
    throw new TRPCError({ code: "PARSE_ERROR", cause });
  }
}

type Head = Pick<Call, "headers"> & { status: number; ctx: Context };

/** Headers stay a plain object where they can: @hono/node-server then writes them as they are. */
function reply(body: object, { status, headers: common, ctx }: Head): Response {
  const plain = { "content-type": "application/json", ...common, ...ctx.answerHeaders };
  if (ctx.setCookies.length === 0) return new Response(JSON.stringify(body), { status, headers: plain });
  const headers = new Headers(plain);
  for (const line of ctx.setCookies) headers.append("set-cookie", line);
  return new Response(JSON.stringify(body), { status, headers });
}

const isStream = (path: string): boolean => {
  const procedures = appRouter._def.procedures as object as Record<string, { _def: { type: TRPCProcedureType } }>;
  return Object.hasOwn(procedures, path) && procedures[path]?._def.type === "subscription";
};

/** Server-sent events, for as long as both sides wish. */
async function answerStream({ request, endpoint, context, headers }: Call): Promise<Response> {
  const ctx = await context(false);
  const response = await fetchRequestHandler({ endpoint, req: request, router: appRouter, createContext: () => ctx });
  for (const [name, value] of Object.entries({ ...headers, ...ctx.answerHeaders })) response.headers.set(name, value);
  return response;
}

/** Of queries alone: a mutation is refused before the adapter reads a body, which it would do whatever its size. */
async function answerBatch({ request, url, endpoint, context, headers }: Call): Promise<Response> {
  // The adapter parses for itself, and takes what a single call may not bring.
  const bad = await readQuery(url).then(
    () => false,
    () => true,
  );
  if (bad) return new Response(null, { status: 400, headers });
  const ctx = await context(true);
  const response = await fetchRequestHandler({
    endpoint,
    req: request,
    router: appRouter,
    maxBatchSize: MAX_BATCH,
    createContext: () => ctx,
  });
  for (const [name, value] of Object.entries({ ...headers, ...ctx.answerHeaders })) response.headers.set(name, value);
  for (const line of ctx.setCookies) response.headers.append("set-cookie", line);
  return response;
}
