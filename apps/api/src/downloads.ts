import { Readable } from "node:stream";
import { DomainError } from "@vitrina/domain/core";
import { stringify } from "csv-stringify/sync";
import { type Context as HttpContext, Hono } from "hono";
import type { Context } from "#context.ts";
import { guarded } from "#shop/csv-records.ts";
import { exportRows } from "#shop/export-rows.ts";
import { assertAllowed } from "#uploads.ts";

const PAGE = "/admin/imports";
const TYPES = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl; charset=utf-8" } as const;
type Ending = keyof typeof TYPES;

/** Files that are made while they are read, for whoever may import; everybody else is led to the page. */
export function downloadRoutes(contextOf: (c: HttpContext) => Promise<Context>): Hono {
  const routes = new Hono();
  for (const format of ["csv", "jsonl"] as const)
    routes.get(`/download/catalogue.${format}`, async (c) => {
      const context = await allowed(c, contextOf);
      if (!context) return c.redirect(PAGE, 303);
      return streamed(c, exportRows(context.services, { format }), { name: `catalogue.${format}`, ending: format });
    });
  routes.get("/download/imports/:id{[0-9a-f-]{36}}/faults.csv", async (c) => {
    const context = await allowed(c, contextOf);
    if (!context) return c.redirect(PAGE, 303);
    return streamed(c, faultRows(context, c.req.param("id")), { name: "faults.csv", ending: "csv" });
  });
  return routes;
}

async function allowed(c: HttpContext, contextOf: (c: HttpContext) => Promise<Context>): Promise<Context | null> {
  const context = await contextOf(c);
  try {
    await assertAllowed(context, "catalog:import");
    return context;
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

async function* faultRows({ services }: Context, id: string): AsyncGenerator<string> {
  yield `\ufeff${stringify([["row", "column", "reason", "detail", "product", "rejected"]])}`;
  for (let cursor: string | undefined; ;) {
    const { rows, nextCursor } = await services.imports.faults(id, cursor);
    yield stringify(
      rows.map(({ row, field, reason, detail, externalId, rejected }) =>
        [String(row), field, reason, detail ?? "", externalId ?? "", rejected ? "yes" : "no"].map(guarded),
      ),
    );
    if (nextCursor === null) return;
    cursor = nextCursor;
  }
}

const streamed = (c: HttpContext, text: AsyncIterable<string>, { name, ending }: { name: string; ending: Ending }) =>
  c.body(Readable.toWeb(Readable.from(text)) as ReadableStream, 200, {
    "content-type": TYPES[ending],
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "private, no-store",
  });
