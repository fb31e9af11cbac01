import { Readable } from "node:stream";
import type { Permission } from "@vitrina/domain/auth";
import { BULK_OUTCOMES } from "@vitrina/domain/catalog";
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
      const context = await allowed(await contextOf(c), "catalog:import");
      if (!context) return c.redirect(PAGE, 303);
      return streamed(c, exportRows(context.services, { format }), { name: `catalogue.${format}`, ending: format });
    });
  routes.get("/download/imports/:id{[0-9a-f-]{36}}/faults.csv", async (c) => {
    const context = await allowed(await contextOf(c), "catalog:import");
    if (!context) return c.redirect(PAGE, 303);
    return streamed(c, faultRows(context, c.req.param("id")), { name: "faults.csv", ending: "csv" });
  });
  routes.get("/download/bulk-edits/:id{[0-9a-f-]{36}}/products.csv", async (c) => {
    const context = await allowed(await contextOf(c), "catalog:write");
    if (!context) return c.redirect("/admin/products", 303);
    return streamed(c, bulkRows(context, c.req.param("id")), { name: "products.csv", ending: "csv" });
  });
  return routes;
}

async function allowed(context: Context, permission: Permission): Promise<Context | null> {
  try {
    await assertAllowed(context, permission);
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

/** What became of each product of a bulk edit; what changed as JSON. */
async function* bulkRows({ services }: Context, id: string): AsyncGenerator<string> {
  yield `\ufeff${stringify([["product", "sku", "name_ru", "name_en", "outcome", "reason", "missing", "before", "after"]])}`;
  for (let cursor: string | undefined; ;) {
    const { rows, nextCursor } = await services.bulkEdits.rows({ id, outcomes: BULK_OUTCOMES, cursor });
    yield stringify(
      rows.map(({ productId, sku, name, outcome, reason, blockers, before, after }) =>
        [
          productId,
          sku ?? "",
          name?.ru ?? "",
          name?.en ?? "",
          outcome,
          reason ?? "",
          blockers.map(({ kind }) => kind).join(" "),
          JSON.stringify(before),
          JSON.stringify(after),
        ].map(guarded),
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
